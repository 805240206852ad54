import { useQuery } from '@tanstack/react-query';
import { codeList, type ListName } from '~/api/code-lists';
import type { Money } from '~/i18n/formats';
import { useFormats, useText } from '~/i18n/i18n';
import { partsOf, today } from '~/lib/day';
import { Button } from '~/ui/button';
import styles from '~/ui/field.module.css';
import { FieldGroup, FormField } from '~/ui/form-field';
import { useField } from './form-context';

type FieldProps = { name: string; label?: string };

/** A code of one of the API's lists, sorted by what it is called. */
export function CodeField({ name, label, list }: FieldProps & { list: ListName }) {
  const field = useField(name);
  const options = useCodeOptions(list);
  return (
    <FormField label={label ?? field.label} error={field.error} required={field.limit.required}>
      {control => (
        <select
          {...control}
          ref={field.ref}
          name={name}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
        >
          <option value="" disabled={field.limit.required}>
            {field.t('form.choose')}
          </option>
          {options.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

/** The codes of a list; of a list with levels, such as the fields of education, those of one. */
export function useCodeOptions(list: ListName, level?: string): { code: string; label: string }[] {
  const { data } = useQuery(codeList(list));
  const text = useText();
  const wanted = [...(data?.values() ?? [])].filter(it => level === undefined || it.level === level);
  const items = wanted.map(({ code, labels }) => ({ code, label: text(labels) || code }));
  // By code point: what order the letters of a language have, browsers do not know for Uzbek and Tajik.
  return items.sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** An amount stays the text that it is: a sum must not pass through a float. */
export function MoneyField({ name, label }: FieldProps) {
  const field = useField(name);
  const currencies = useCodeOptions('currencies');
  const money: Partial<Money> = field.value ?? {};
  const write = (part: Partial<Money>) => {
    const next = { ...money, ...part };
    field.onChange(next.amount ? next : { ...next, amount: '' });
  };
  return (
    <FieldGroup label={label ?? field.label} error={field.error} required={field.limit.required}>
      {control => (
        <div className={styles.together}>
          <input
            {...control}
            aria-label={field.t('form.amount')}
            inputMode="decimal"
            value={money.amount ?? ''}
            onChange={event => write({ amount: event.target.value.replaceAll(/\s/g, '').replace(',', '.') })}
          />
          <select
            className={control.className}
            aria-label={field.t('form.currency')}
            value={money.currency ?? ''}
            onChange={event => write({ currency: event.target.value })}
          >
            <option value="">{field.t('form.choose')}</option>
            {currencies.map(({ code, label }) => (
              <option key={code} value={code}>
                {code} · {label}
              </option>
            ))}
          </select>
        </div>
      )}
    </FieldGroup>
  );
}

/** From ten years back to three ahead. */
export function academicYears(): string[] {
  const now = partsOf(today())?.year ?? 2026;
  return Array.from({ length: 14 }, (_, n) => now + 3 - n).map(year => `${year}/${year + 1}`);
}

export function AcademicYearField({ name, label }: FieldProps) {
  const field = useField(name);
  const { academicYear } = useFormats();
  return (
    <FormField label={label ?? field.label} error={field.error} required={field.limit.required}>
      {control => (
        <select
          {...control}
          ref={field.ref}
          name={name}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
        >
          <option value="">{field.t('form.choose')}</option>
          {academicYears().map(year => (
            <option key={year} value={year}>
              {academicYear(year)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

/** Several codes; what is chosen stands first. */
export function CodesField({ name, label, list }: FieldProps & { list: ListName }) {
  const field = useField(name);
  const options = useCodeOptions(list);
  const chosen: readonly string[] = field.value ?? [];
  const free = options.filter(({ code }) => !chosen.includes(code));
  const called = (code: string) => options.find(it => it.code === code)?.label ?? code;
  return (
    <FormField label={label ?? field.label} error={field.error}>
      {control => (
        <>
          <select
            {...control}
            ref={field.ref}
            name={name}
            value=""
            onChange={event => field.onChange([...chosen, event.target.value])}
          >
            <option value="">{field.t('form.choose')}</option>
            {free.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
          {chosen.length > 0 && (
            <ul className={styles.chosen}>
              {chosen.map(code => (
                <li key={code}>
                  <Button
                    look="plain"
                    aria-label={`${field.t('action.remove_row')}: ${called(code)}`}
                    onClick={() => field.onChange(chosen.filter(it => it !== code))}
                  >
                    {called(code)} ×
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </FormField>
  );
}

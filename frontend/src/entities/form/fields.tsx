import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Text } from '~/i18n/languages';
import { Checkbox } from '~/ui/checkbox';
import { DateInput } from '~/ui/date-input';
import { FieldGroup, FormField } from '~/ui/form-field';
import { TextRows } from '~/ui/text-rows';
import { useField } from './form-context';

type FieldProps = { name: string; hint?: ReactNode; label?: string };

export function TextField({
  name,
  hint,
  label,
  ...rest
}: FieldProps & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete'>) {
  const field = useField(name);
  return (
    <FormField label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <input
          {...rest}
          {...control}
          ref={field.ref}
          name={name}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
          maxLength={field.limit.maxLength}
        />
      )}
    </FormField>
  );
}

export function LongTextField({ name, hint, label }: FieldProps) {
  const field = useField(name);
  return (
    <FormField label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <textarea
          {...control}
          ref={field.ref}
          name={name}
          value={field.value ?? ''}
          onChange={field.onChange}
          onBlur={field.onBlur}
          maxLength={field.limit.maxLength}
        />
      )}
    </FormField>
  );
}

/** The field holds a number, or the text that is none yet. */
export function NumberField({ name, hint, label, step }: FieldProps & { step?: 'any' }) {
  const field = useField(name);
  const write = (text: string) =>
    field.onChange(
      text.trim() === '' || Number.isNaN(Number(text.replace(',', '.'))) ? text : Number(text.replace(',', '.')),
    );
  return (
    <FormField label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <input
          {...control}
          ref={field.ref}
          name={name}
          inputMode={step === 'any' ? 'decimal' : 'numeric'}
          defaultValue={field.value ?? ''}
          onChange={event => write(event.target.value)}
          onBlur={field.onBlur}
        />
      )}
    </FormField>
  );
}

export function DateField({ name, hint, label }: FieldProps) {
  const field = useField(name);
  return (
    <FormField label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <DateInput control={control} value={field.value ?? ''} onChange={field.onChange} onBlur={field.onBlur} />
      )}
    </FormField>
  );
}

/** A name or title in up to five languages. */
export function TextsField({ name, hint, label }: FieldProps) {
  const field = useField(name);
  return (
    <FieldGroup label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <TextRows
          control={control}
          value={(field.value ?? {}) as Text}
          maxLength={500}
          onChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    </FieldGroup>
  );
}

/** One of the values that the API knows; `kind.university` is the label of the value `university` of `kind`. */
export function SelectField({
  name,
  hint,
  label,
  words = name,
  onChoose,
}: FieldProps & { words?: string; onChoose?: (value: string) => void }) {
  const field = useField(name);
  return (
    <FormField label={label ?? field.label} hint={hint} error={field.error} required={field.limit.required}>
      {control => (
        <select
          {...control}
          ref={field.ref}
          name={name}
          value={field.value ?? ''}
          onChange={event => {
            field.onChange(event);
            onChoose?.(event.target.value);
          }}
          onBlur={field.onBlur}
        >
          <option value="" disabled={field.limit.required}>
            {field.t('form.choose')}
          </option>
          {field.limit.options?.map(option => (
            <option key={option} value={option}>
              {field.t(`${words}.${option}`)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

export function CheckField({ name, label }: FieldProps) {
  const field = useField(name);
  return (
    <Checkbox
      name={name}
      checked={field.value === true}
      onChange={event => field.onChange(event.target.checked)}
      onBlur={field.onBlur}
    >
      {label ?? field.label}
    </Checkbox>
  );
}

/** Several words, separated by commas. */
export function WordsField({ name, hint, label }: FieldProps) {
  const field = useField(name);
  const value: unknown = field.value;
  return (
    <FormField label={label ?? field.label} hint={hint ?? field.t('form.commas')} error={field.error}>
      {control => (
        <input
          {...control}
          name={name}
          defaultValue={Array.isArray(value) ? value.join(', ') : ''}
          onChange={event => field.onChange(event.target.value.split(',').map(it => it.trim()))}
          onBlur={field.onBlur}
        />
      )}
    </FormField>
  );
}

import { lazy, Suspense, useState } from 'react';
import { useCodeLabel } from '~/api/code-lists';
import { FormField } from '~/ui/form-field';
import { useField } from './form-context';
import { useCodeOptions } from './more-fields';

const Combobox = lazy(() => import('~/ui/combobox').then(({ Combobox }) => ({ default: Combobox })));

const SHOWN = 30;
const levels = [5, 6, 7, 8] as const;

/** A detailed field of education by ISCED-F 2013, found by its name or its digits. */
export function EducationField({ name }: { name: string }) {
  const field = useField(name);
  const options = useCodeOptions('isced-f', 'detailed');
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = options.filter(({ code, label }) => code.startsWith(wanted) || label.toLowerCase().includes(wanted));
  const selected = options.find(it => it.code === field.value);
  return (
    <FormField label={field.label} error={field.error} required={field.limit.required}>
      {control => (
        <Suspense fallback={<input {...control} disabled />}>
          <Combobox
            key={selected?.code ?? ''}
            control={control}
            selected={selected && { value: selected.code, label: selected.label }}
            options={found.slice(0, SHOWN).map(({ code, label }) => ({ value: code, label, note: code }))}
            onQuery={setQuery}
            onSelect={it => field.onChange(it?.value ?? '')}
          />
        </Suspense>
      )}
    </FormField>
  );
}

/** A level of higher education in the European Qualifications Framework; the API has it as a number. */
export function LevelField({ name }: { name: string }) {
  const field = useField(name);
  const eqf = useCodeLabel('eqf');
  return (
    <FormField label={field.label} error={field.error} required={field.limit.required}>
      {control => (
        <select
          {...control}
          ref={field.ref}
          name={name}
          value={field.value ?? ''}
          onChange={event => field.onChange(event.target.value === '' ? '' : Number(event.target.value))}
          onBlur={field.onBlur}
        >
          <option value="">{field.t('form.choose')}</option>
          {levels.map(level => (
            <option key={level} value={level}>
              {eqf(String(level))}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

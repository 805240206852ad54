import { createContext, use } from 'react';
import { type FieldErrors, get, useController, useFormContext } from 'react-hook-form';
import type { Limits } from '~/api/limits';
import { faultsOf } from './faults';
import { isBlank } from './prune';

type FormSchema = {
  limits: Limits;
  /** The catalogue of the feature: a field `contacts.0.email` is called `field.contacts.email` there. */
  t: (key: string, values?: Record<string, string | number>) => string;
};

export const FormSchemaContext = createContext<FormSchema | undefined>(undefined);

export function useFormSchema(): FormSchema {
  const schema = use(FormSchemaContext);
  if (schema === undefined) {
    throw new Error('a field stands outside of a form');
  }
  return schema;
}

/** `contacts.0.email` is `contacts.*.email` in the limits. */
export const generic = (name: string) => name.replace(/\.\d+(?=\.|$)/g, '.*');

const keyOf = (name: string) => `field.${generic(name).replaceAll('.*', '')}`;

/** What a field is called, or the nearest that holds it. */
export function labelOf(name: string, limits: Limits, t: FormSchema['t']): string | undefined {
  const parts = name.split('.');
  const known = parts.map((_, n) => parts.slice(0, parts.length - n).join('.')).find(it => generic(it) in limits);
  return known && t(keyOf(known));
}

/** Label, limits, value and fault of the field of that name, as the API's document has it. */
export function useField(name: string) {
  const { limits, t } = useFormSchema();
  const limit = limits[generic(name)];
  if (limit === undefined) {
    throw new Error(`the API knows no field ${name}`);
  }
  const { control } = useFormContext();
  const { field, formState } = useController({
    name,
    control,
    rules: { validate: value => !(limit.required && isBlank(value)) || t('form.required_error') },
  });
  return {
    ...field,
    limit,
    t,
    label: t(keyOf(name)),
    error: messageOf(formState.errors, name),
  };
}

/** The fault of the field, or of a part of it that has no place of its own. */
function messageOf(errors: FieldErrors, name: string): string | undefined {
  return faultsOf({ [name]: get(errors, name) })[0]?.detail;
}

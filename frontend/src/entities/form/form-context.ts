import { createContext, use } from 'react';
import { type FieldErrors, get, useController, useFormContext } from 'react-hook-form';
import type { Limits } from '~/api/limits';
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
    label: t(`field.${generic(name).replaceAll('.*', '')}`),
    error: messageOf(formState.errors, name),
  };
}

/** The fault of the field, or of a part of it that has no place of its own. */
function messageOf(errors: FieldErrors, name: string): string | undefined {
  const found: unknown = get(errors, name);
  return found === undefined ? undefined : firstMessage(found);
}

function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  if ('message' in error && typeof error.message === 'string') {
    return error.message;
  }
  return Object.entries(error)
    .filter(([key]) => key !== 'ref' && key !== 'root')
    .map(([, part]) => firstMessage(part))
    .find(it => it !== undefined);
}

import type { ReactNode } from 'react';
import { get, useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { Button } from '~/ui/button';
import { FieldError } from '~/ui/form-field';
import { generic, useFormSchema } from './form-context';
import styles from './layout.module.css';

export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Fields side by side where there is room. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}

type RowsProps = {
  name: string;
  add: string;
  empty?: Record<string, unknown>;
  children: (prefix: string) => ReactNode;
};

/** The items of a list, each a group of fields; `children` gets the beginning of their names. */
export function FieldRows({ name, add, empty = {}, children }: RowsProps) {
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name });
  const fault: unknown = get(errors, `${name}.message`) ?? get(errors, `${name}.root.message`);
  const { t, limits } = useFormSchema();
  const { fields, append, remove } = useFieldArray({ control, name });
  const most = limits[generic(name)]?.maxItems ?? Number.POSITIVE_INFINITY;
  return (
    <div className={styles.rows} data-field={name}>
      {fields.map((field, n) => (
        <div className={styles.row} key={field.id}>
          {children(`${name}.${n}.`)}
          <div>
            <Button look="plain" onClick={() => remove(n)}>
              {t('action.remove_row')}
            </Button>
          </div>
        </div>
      ))}
      {typeof fault === 'string' && <FieldError>{fault}</FieldError>}
      {fields.length < most && <Button onClick={() => append(empty)}>{add}</Button>}
    </div>
  );
}

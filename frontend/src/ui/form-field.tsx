import { type ReactNode, useId } from 'react';
import { useCommonT } from '~/i18n/i18n';
import styles from './field.module.css';

/** What a control takes over from the field around it. */
export type ControlProps = {
  id: string;
  className: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label above, hint and fault below, and the control told about both. */
export function FormField({ label, hint, error, required, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        <RequiredMark required={required} />
      </label>
      {children(controlProps(id, hint, error))}
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The same for several controls that make one answer. */
export function FieldGroup({ label, hint, error, required, children }: FieldProps) {
  const id = useId();
  const control = controlProps(id, hint, error);
  return (
    <fieldset className={styles.field} aria-describedby={control['aria-describedby']}>
      <legend className={styles.label}>
        {label}
        <RequiredMark required={required} />
      </legend>
      {children(control)}
      <Notes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function RequiredMark({ required }: { required: boolean | undefined }) {
  const t = useCommonT();
  return required ? <span className={styles.required}> · {t('form.required')}</span> : null;
}

function Notes({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

function controlProps(id: string, hint: ReactNode, error: string | undefined): ControlProps {
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    className: `${styles.input}`,
    'aria-describedby': notes || undefined,
    'aria-invalid': error ? true : undefined,
  };
}

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
  /** Of a field whose control bears no name of its own, so that a fault finds it. */
  name?: string | undefined;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label above, hint and fault below, and the control told about both. */
export function FormField({ name, label, hint, error, required, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-field={name}>
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
export function FieldGroup({ name, label, hint, error, required, children }: FieldProps) {
  const id = useId();
  const control = controlProps(id, hint, error);
  return (
    <fieldset className={styles.field} data-field={name} aria-describedby={control['aria-describedby']}>
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
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </>
  );
}

export function FieldError({ id, children }: { id?: string; children: string }) {
  return (
    <p className={styles.error} id={id}>
      {children}
    </p>
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

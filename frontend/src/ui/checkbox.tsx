import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './field.module.css';

type Props = InputHTMLAttributes<HTMLInputElement> & { children: ReactNode; ref?: Ref<HTMLInputElement> };

export function Checkbox({ children, type = 'checkbox', ...rest }: Props) {
  return (
    <label className={styles.check}>
      <input {...rest} type={type} />
      <span>{children}</span>
    </label>
  );
}

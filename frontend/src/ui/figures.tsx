import type { ReactNode } from 'react';
import { type Address, AddressLink } from './address-link';
import styles from './figures.module.css';

/** The figures of a page, in a row between two lines. */
export function Figures({ children }: { children: ReactNode }) {
  return <ul className={styles.figures}>{children}</ul>;
}

type Props = { value: string; label: string; note?: string | undefined; address?: Address | undefined };

/** One figure; it opens the list behind it. */
export function Figure({ value, label, note, address }: Props) {
  const content = (
    <>
      <span className={styles.value}>{value}</span> <span className={styles.label}>{label}</span>
    </>
  );
  return (
    <li className={styles.figure}>
      {address === undefined ? (
        <p>{content}</p>
      ) : (
        <AddressLink address={address} className={styles.link}>
          {content}
        </AddressLink>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </li>
  );
}

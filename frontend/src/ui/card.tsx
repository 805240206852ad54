import type { ReactNode } from 'react';
import styles from './card.module.css';

/** The facts of a record, like a card of a library's catalogue. */
export function Card({ children }: { children: ReactNode }) {
  return <dl className={styles.card}>{children}</dl>;
}

/** A fact that is not known is left out. */
export function Fact({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  if (children === undefined || children === null || children === '' || children === false) {
    return null;
  }
  return (
    <div className={wide ? `${styles.fact} ${styles.wide}` : styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Links that look like tabs; put `className={tabClass}` on them, the router marks the current one. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

export const tabClass = `${styles.tab}`;

import type { ReactNode } from 'react';
import styles from './mark.module.css';

export type Fill = 'hollow' | 'half' | 'full' | 'barred';
export type Tone = 'quiet' | 'work' | 'good' | 'attention' | 'bad';
export type Sign = { fill: Fill; tone: Tone };

/** The one sign of a state: a diamond whose fill tells, for those who see no colours, the same as its colour. */
export function Diamond({ fill, tone }: Sign) {
  return <span className={`${styles.diamond} ${styles[fill] ?? ''} ${styles[tone]}`} aria-hidden="true" />;
}

export function Mark({ fill, tone, children }: Sign & { children: ReactNode }) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Diamond fill={fill} tone={tone} />
      {children}
    </span>
  );
}

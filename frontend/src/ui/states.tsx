import type { ReactNode } from 'react';
import { useCommonT } from '~/i18n/i18n';
import { Button } from './button';
import styles from './states.module.css';

/** One sentence and one action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state}>
      <p>{children}</p>
      {action}
    </div>
  );
}

type FailureProps = {
  title: string;
  detail: string;
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
};

/** What went wrong, what to do, and the number to name when asking for help. */
export function Failure({ title, detail, requestId, onRetry, children }: FailureProps) {
  const t = useCommonT();
  return (
    <div className={styles.state} role="alert">
      <h2 className={styles.title}>{title}</h2>
      <p>{detail}</p>
      {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
      {children}
      {requestId && <p className={styles.meta}>{t('error.request', { id: requestId })}</p>}
    </div>
  );
}

export function Skeleton({ rows = 8 }: { rows?: number }) {
  const t = useCommonT();
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div className={styles.line} key={n} style={{ '--n': n % 4 } as React.CSSProperties} />
      ))}
    </div>
  );
}

/** Stands above a form or a page: `error` for what must be mended, `note` for what should be known. */
export function Notice({ tone, children }: { tone: 'error' | 'note'; children: ReactNode }) {
  return (
    <div
      className={tone === 'error' ? styles.summary : `${styles.summary} ${styles.note}`}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      {children}
    </div>
  );
}

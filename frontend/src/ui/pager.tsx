import { useCommonT } from '~/i18n/i18n';
import { Button } from './button';
import styles from './pager.module.css';

type Props = { previous: string | undefined; next: string | undefined; onCursor: (cursor: string) => void };

export function Pager({ previous, next, onCursor }: Props) {
  const t = useCommonT();
  if (previous === undefined && next === undefined) {
    return null;
  }
  return (
    <nav className={styles.pager} aria-label={t('pager.name')}>
      <Button disabled={previous === undefined} onClick={() => previous !== undefined && onCursor(previous)}>
        {t('pager.previous')}
      </Button>
      <Button disabled={next === undefined} onClick={() => next !== undefined && onCursor(next)}>
        {t('pager.next')}
      </Button>
    </nav>
  );
}

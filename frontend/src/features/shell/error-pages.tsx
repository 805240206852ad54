import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { ApiError } from '~/api/problem';
import { useCommonT } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { PageHead } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Failure } from '~/ui/states';
import styles from './shell.module.css';

export function PageNotFound() {
  const t = useCommonT();
  return (
    <>
      <PageHead title={t('error.not_found.title')} />
      <EmptyState action={<LinkButton to="/">{t('action.home')}</LinkButton>}>{t('error.not_found.detail')}</EmptyState>
    </>
  );
}

/** The same where there is no shell around it. */
export function NotFoundPage() {
  return (
    <main className={styles.alone}>
      <PageNotFound />
    </main>
  );
}

export function ForbiddenPage({ home }: { home: boolean }) {
  const t = useCommonT();
  return (
    <>
      <PageHead title={t('error.forbidden.title')} />
      <EmptyState action={!home && <LinkButton to="/">{t('action.home')}</LinkButton>}>
        {t('error.forbidden.detail')}
      </EmptyState>
    </>
  );
}

export function PageFailure({ error, reset }: ErrorComponentProps) {
  const t = useCommonT();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles.alone}>
      {error instanceof ApiError ? (
        <ProblemState error={error} onRetry={retry} />
      ) : (
        <Failure title={t('error.page.title')} detail={t('error.page.detail')} onRetry={() => location.reload()} />
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MobilityChart } from '~/entities/statistics/mobility-chart';
import { OfficeFigures } from '~/entities/statistics/office-figures';
import { statistics } from '~/entities/statistics/statistics';
import { LegalStatusChart } from '~/entities/statistics/word-chart';
import { useFormats } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { PageHead, Section, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { deadlines } from './api';
import { Group } from './group';
import styles from './home.module.css';
import { useT } from './t';

export function OfficeHome() {
  const t = useT();
  const { longDate } = useFormats();
  const { data } = useQuery(deadlines);
  return (
    <>
      <PageHead title={t('title')} meta={data && longDate(data.as_of)} />
      <Stack>
        <Deadlines />
        <OfficeNumbers />
      </Stack>
    </>
  );
}

function Deadlines() {
  const t = useT();
  const { data, error, refetch } = useQuery(deadlines);
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton />;
  }
  const due = data.groups.filter(it => it.count > 0);
  return due.length === 0 ? (
    <EmptyState action={<LinkButton to="/agreements">{t('none.agreements')}</LinkButton>}>{t('none')}</EmptyState>
  ) : (
    due.map(it => <Group key={it.kind} group={it} asOf={data.as_of} />)
  );
}

function OfficeNumbers() {
  const t = useT();
  const { data, error, refetch } = useQuery(statistics());
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={4} />;
  }
  return (
    <Section title={t('figures')}>
      <OfficeFigures statistics={data} asOf={undefined} />
      <p className={styles.more}>
        <Link to="/figures">{t('figures.all')}</Link>
      </p>
      <div className={styles.charts}>
        <MobilityChart statistics={data} />
        <LegalStatusChart statistics={data} asOf={undefined} />
      </div>
    </Section>
  );
}

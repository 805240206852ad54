import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type QueryOf, resource } from '~/api/resource';
import { LegalMark, StageMark } from '~/entities/instrument/stage-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import { PageHead, Section, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { useT } from './t';

const agreements = resource('agreements');
const SHOWN = 12;
const open = ['draft', 'review', 'negotiation', 'signing'] as const;

/** The home page is the list of deadlines. */
export function HomePage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('title')} />
      <Stack>
        <Section title={t('ending')}>
          <Agreements query={{ expiring: ['true'], sort: ['last_on'] }} none={t('ending.none')} />
          <p>
            <Link to="/agreements" search={{ expiring: true, sort: 'last_on' }}>
              {t('all')}
            </Link>
          </p>
        </Section>
        <Section title={t('working')}>
          <Agreements query={{ stage: [...open], sort: ['-updated_at'] }} none={t('working.none')} />
          <p>
            <Link to="/agreements/board">{t('all')}</Link>
          </p>
        </Section>
      </Stack>
    </>
  );
}

function Agreements({ query, none }: { query: QueryOf<'agreements'>; none: string }) {
  const { date } = useFormats();
  const { data, error, refetch } = useQuery(agreements.list({ ...query, limit: SHOWN }));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  return data.items.length === 0 ? (
    <p>{none}</p>
  ) : (
    <Card>
      {data.items.map(it => (
        <Fact key={it.id} wide label={[it.last_on && date(it.last_on), it.number].filter(Boolean).join(' · ')}>
          <Link to="/agreements/$id" params={{ id: it.id }}>
            <RecordText of={it.title} />
          </Link>{' '}
          {it.stage === 'signed' ? (
            <LegalMark status={it.legal_status} expiring={it.expiring} lastOn={it.last_on} />
          ) : (
            <StageMark stage={it.stage} />
          )}
        </Fact>
      ))}
    </Card>
  );
}

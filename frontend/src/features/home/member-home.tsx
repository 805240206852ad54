import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExchangeStatusMark } from '~/entities/exchange/status-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import { PageHead, Section, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { exchanges, programmes } from './api';
import { useT } from './t';

/** What a student or a lecturer has under way, and what could pay for more. */
export function MemberHome() {
  const t = useT();
  return (
    <>
      <PageHead title={t('mine')} />
      <Stack>
        <Exchanges />
        <Section title={t('programmes')}>
          <Programmes />
        </Section>
      </Stack>
    </>
  );
}

function Exchanges() {
  const t = useT();
  const { dateRange, academicYear } = useFormats();
  const { data, error, refetch } = useQuery(exchanges.list({ expand: ['partner'], sort: ['-planned_from'] }));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  return data.items.length === 0 ? (
    <p>{t('mine.none')}</p>
  ) : (
    <Card>
      {data.items.map(it => (
        <Fact
          key={it.id}
          wide
          label={`${academicYear(it.academic_year)} · ${dateRange(it.planned_from, it.planned_to)}`}
        >
          <Link to="/exchange-students/$id" params={{ id: it.id }}>
            {it.partner === undefined ? t('mine.exchange') : <RecordText of={it.partner.names} />}
          </Link>{' '}
          <ExchangeStatusMark status={it.status} />
        </Fact>
      ))}
    </Card>
  );
}

function Programmes() {
  const t = useT();
  const { data, error, refetch } = useQuery(programmes.list({ kind: ['scholarship', 'mobility'], limit: 50 }));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  return data.items.length === 0 ? (
    <p>{t('programmes.none')}</p>
  ) : (
    <Card>
      {data.items.map(it => (
        <Fact key={it.id} wide label={t(`programme.${it.kind}`)}>
          {it.website === undefined ? (
            <RecordText of={it.names} />
          ) : (
            <a href={it.website}>
              <RecordText of={it.names} />
            </a>
          )}
          {' · '}
          <RecordText of={it.funder} />
        </Fact>
      ))}
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { resource } from '~/api/resource';
import { ExchangeStatusMark } from '~/entities/exchange/status-mark';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useFormats } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Card, Fact } from '~/ui/card';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import type { Person } from './api';
import { useT } from './t';

const exchanges = resource('exchange-students');

/** Where the person studied for a time, newest first. */
export function PersonExchanges({ person }: { person: Person }) {
  const t = useT();
  const may = useMay();
  const { dateRange, academicYear } = useFormats();
  const { data, error, refetch } = useQuery(
    exchanges.list({ person_id: [person.id], expand: ['partner'], sort: ['-planned_from'], limit: 100 }),
  );
  const make = may('coordinator') && person.archived_at === undefined && (
    <LinkButton to="/exchange-students/new" search={{ person_id: person.id }}>
      {t('exchanges.new')}
    </LinkButton>
  );
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  if (data.items.length === 0) {
    return <EmptyState action={make}>{t('exchanges.none')}</EmptyState>;
  }
  return (
    <>
      <Card>
        {data.items.map(it => (
          <Fact
            key={it.id}
            wide
            label={[
              t(`direction.${it.direction}`),
              academicYear(it.academic_year),
              dateRange(it.actual_from ?? it.planned_from, it.actual_to ?? it.planned_to),
            ].join(' · ')}
          >
            <Link to="/exchange-students/$id" params={{ id: it.id }}>
              <RecordText of={it.partner?.names} />
            </Link>{' '}
            <ExchangeStatusMark status={it.status} />
          </Fact>
        ))}
      </Card>
      <div>{make}</div>
    </>
  );
}

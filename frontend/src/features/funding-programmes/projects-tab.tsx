import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { resource } from '~/api/resource';
import { ProjectStatusMark } from '~/entities/project/status-mark';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useFormats } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Card, Fact } from '~/ui/card';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import type { Programme } from './api';
import { useT } from './t';

const projects = resource('grant-projects');

/** What the programme pays for, or is asked to, newest first. */
export function ProgrammeProjects({ programme }: { programme: Programme }) {
  const t = useT();
  const may = useMay();
  const { dateRange, money } = useFormats();
  const { data, error, refetch } = useQuery(
    projects.list({ funding_programme_id: [programme.id], sort: ['-starts_on'], limit: 100 }),
  );
  const make = may('coordinator') && programme.archived_at === undefined && (
    <LinkButton to="/grant-projects/new" search={{ funding_programme_id: programme.id }}>
      {t('projects.new')}
    </LinkButton>
  );
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  if (data.items.length === 0) {
    return <EmptyState action={make}>{t('projects.none')}</EmptyState>;
  }
  return (
    <>
      <Card>
        {data.items.map(it => (
          <Fact
            key={it.id}
            wide
            label={[it.acronym, dateRange(it.starts_on, it.ends_on), it.total_budget && money(it.total_budget)]
              .filter(Boolean)
              .join(' · ')}
          >
            <Link to="/grant-projects/$id" params={{ id: it.id }}>
              <RecordText of={it.title} />
            </Link>{' '}
            <ProjectStatusMark status={it.status} />
          </Fact>
        ))}
      </Card>
      <div>{make}</div>
    </>
  );
}

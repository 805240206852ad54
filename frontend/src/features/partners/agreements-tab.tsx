import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { resource } from '~/api/resource';
import { LegalMark } from '~/entities/instrument/stage-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { useT } from './t';

const agreements = resource('agreements');

export function PartnerAgreements({ id }: { id: string }) {
  const t = useT();
  const { dateRange } = useFormats();
  const { data, error, refetch } = useQuery(agreements.list({ partner_id: [id], sort: ['-starts_on'], limit: 100 }));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  if (data.items.length === 0) {
    return <EmptyState>{t('agreements.none')}</EmptyState>;
  }
  return (
    <Card>
      {data.items.map(it => (
        <Fact key={it.id} wide label={[it.number, dateRange(it.starts_on, it.last_on)].filter(Boolean).join(' · ')}>
          <Link to="/agreements/$id" params={{ id: it.id }}>
            <RecordText of={it.title} />
          </Link>{' '}
          <LegalMark status={it.legal_status} expiring={it.expiring} lastOn={it.last_on} />
        </Fact>
      ))}
    </Card>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { QueryOf } from '~/api/resource';
import { LegalMark } from '~/entities/instrument/stage-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import { EmptyState, Skeleton } from '~/ui/states';
import { agreements } from './api';
import type { Agreement } from './columns';
import { useT } from './t';

/** What came before and after, and what amends it. */
export function Related({ agreement: { id, predecessor_id, amends_id } }: { agreement: Agreement }) {
  const t = useT();
  const found = [
    { label: t('related.predecessor'), ...useFound({ id: [predecessor_id ?? ''] }, predecessor_id !== undefined) },
    { label: t('related.amends'), ...useFound({ id: [amends_id ?? ''] }, amends_id !== undefined) },
    { label: t('related.successors'), ...useFound({ predecessor_id: [id] }) },
    { label: t('related.amendments'), ...useFound({ amends_id: [id] }) },
  ];
  if (found.some(it => it.loading)) {
    return <Skeleton rows={2} />;
  }
  if (found.every(it => it.items.length === 0)) {
    return <EmptyState>{t('related.none')}</EmptyState>;
  }
  return (
    <Card>
      {found.flatMap(({ label, items }) =>
        items.map(it => (
          <Fact key={label + it.id} wide label={label}>
            <AgreementLine agreement={it} />
          </Fact>
        )),
      )}
    </Card>
  );
}

function useFound(query: QueryOf<'agreements'>, enabled = true): { items: Agreement[]; loading: boolean } {
  const { data, isLoading } = useQuery({
    ...agreements.list({ ...query, archived: 'include', limit: 50 }),
    enabled,
    placeholderData: undefined,
  });
  return { items: data?.items ?? [], loading: isLoading };
}

export function AgreementLine({ agreement }: { agreement: Agreement }) {
  const { date } = useFormats();
  return (
    <>
      <Link to="/agreements/$id" params={{ id: agreement.id }}>
        <RecordText of={agreement.title} />
      </Link>
      {agreement.number && <> · {agreement.number}</>}
      {agreement.last_on && <> · {date(agreement.last_on)}</>}{' '}
      <LegalMark status={agreement.legal_status} expiring={agreement.expiring} lastOn={agreement.last_on} />
    </>
  );
}

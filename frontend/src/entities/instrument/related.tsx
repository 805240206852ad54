import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type QueryOf, resource } from '~/api/resource';
import { useFeatureT, useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { RecordText } from '../record-text';
import type { Instrument, InstrumentName } from './instrument';
import { LegalMark } from './stage-mark';

type Props = { name: InstrumentName; instrument: Instrument };

/** What came before and after, and what amends it. An agreement may follow a memorandum, so both registers are asked. */
export function Related({ name, instrument: { id, predecessor_id, amends_id } }: Props) {
  const t = useFeatureT(name);
  const found = [
    { label: t('related.predecessor'), ...useFound({ id: [predecessor_id ?? ''] }, predecessor_id !== undefined) },
    { label: t('related.amends'), ...useFound({ id: [amends_id ?? ''] }, amends_id !== undefined) },
    { label: t('related.successors'), ...useFound({ predecessor_id: [id] }) },
    { label: t('related.amendments'), ...useFound({ amends_id: [id] }) },
  ];
  const failed = found.find(it => it.error);
  if (failed?.error) {
    return <ProblemState error={failed.error} onRetry={failed.retry} />;
  }
  if (found.some(it => it.loading)) {
    return <Skeleton rows={2} />;
  }
  if (found.every(it => it.lines.length === 0)) {
    return <EmptyState>{t('related.none')}</EmptyState>;
  }
  return (
    <Card>
      {found.flatMap(({ label, lines }) =>
        lines.map(it => (
          <Fact key={label + it.instrument.id} wide label={label}>
            <InstrumentLine {...it} dated />
          </Fact>
        )),
      )}
    </Card>
  );
}

function useFound(query: QueryOf<InstrumentName>, enabled = true) {
  const agreements = useRegister('agreements', query, enabled);
  const memoranda = useRegister('memoranda', query, enabled);
  const both = [agreements, memoranda];
  return {
    lines: [...linesOf('agreements', agreements.data?.items), ...linesOf('memoranda', memoranda.data?.items)],
    loading: both.some(it => it.isLoading),
    error: both.find(it => it.error)?.error,
    retry: () => {
      for (const it of both) {
        void it.refetch();
      }
    },
  };
}

function useRegister(name: InstrumentName, query: QueryOf<InstrumentName>, enabled: boolean) {
  return useQuery({
    ...resource(name).list({ ...query, archived: 'include', limit: 50 }),
    enabled,
    placeholderData: undefined,
  });
}

const linesOf = (name: InstrumentName, items: readonly Instrument[] = []): Props[] =>
  items.map(instrument => ({ name, instrument }));

/** `dated` with the day it ends, where nothing around says it. */
export function InstrumentLine({ name, instrument, dated = false }: Props & { dated?: boolean }) {
  const { date } = useFormats();
  return (
    <>
      <Link to={`/${name}/$id`} params={{ id: instrument.id }}>
        <RecordText of={instrument.title} />
      </Link>
      {instrument.number && <> · {instrument.number}</>}
      {dated && instrument.last_on && <> · {date(instrument.last_on)}</>}{' '}
      <LegalMark status={instrument.legal_status} expiring={instrument.expiring} lastOn={instrument.last_on} />
    </>
  );
}

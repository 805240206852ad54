import { Chart } from '~/charts/chart';
import { useFeatureT } from '~/i18n/i18n';
import type { Address } from '~/ui/address-link';
import type { Statistics } from './statistics';

type Props = {
  title: string;
  note?: string | undefined;
  /** What the words are, and what is counted, for the table. */
  rows: string;
  counted: string;
  counts: Statistics['partners_by_stage'];
  label: (word: string) => string;
  address: (word: string) => Address;
};

/** How many records have each word, as bars that open their lists. */
export function WordChart({ title, note, rows, counted, counts, label, address }: Props) {
  const shown = counts.filter(it => it.count > 0);
  return (
    <Chart
      kind="bars"
      title={title}
      note={note}
      data={{
        rows,
        series: [{ id: 'count', label: counted }],
        items: shown.map(({ word, count }) => ({
          id: word,
          label: label(word),
          values: [count],
          addresses: [address(word)],
        })),
      }}
    />
  );
}

/** Agreements by what they are in law on the day. */
export function LegalStatusChart({ statistics, asOf }: { statistics: Statistics; asOf: string | undefined }) {
  const t = useFeatureT('figures');
  return (
    <WordChart
      title={t('chart.legal')}
      rows={t('field.legal_status')}
      counted={t('agreements')}
      counts={statistics.agreements_by_legal_status}
      label={word => t(`legal_status.${word}`)}
      address={word => ({ to: '/agreements', search: { legal_status: word, as_of: asOf } })}
    />
  );
}

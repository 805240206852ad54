import { Chart } from '~/charts/chart';
import type { Statistics } from '~/entities/statistics/statistics';
import { useFormats } from '~/i18n/i18n';
import { useT } from './t';

/** Agreements and memoranda in force, year by year. */
export function InstrumentsChart({ statistics }: { statistics: Statistics }) {
  const t = useT();
  const { longDate } = useFormats();
  return (
    <Chart
      kind="lines"
      title={t('chart.instruments')}
      note={t('chart.instruments.note', { day: longDate(statistics.as_of) })}
      data={{
        rows: t('rows.year'),
        series: [
          { id: 'agreements', label: t('agreements') },
          { id: 'memoranda', label: t('memoranda') },
        ],
        items: statistics.instruments_by_year.map(({ year, on, agreements, memoranda }) => ({
          id: String(year),
          label: String(year),
          values: [agreements, memoranda],
          addresses: ['/agreements', '/memoranda'].map(to => ({ to, search: { legal_status: 'in_force', as_of: on } })),
        })),
      }}
    />
  );
}

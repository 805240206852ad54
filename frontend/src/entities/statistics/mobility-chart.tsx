import { Chart } from '~/charts/chart';
import { useFeatureT, useFormats } from '~/i18n/i18n';
import type { ExchangeStatus } from '../exchange/statuses';
import type { Statistics } from './statistics';

/** Of students whose place is certain: they are what the figures count. */
export const certain = ['accepted', 'arrived', 'completed', 'recognised'] as const satisfies readonly ExchangeStatus[];
const directions = ['outgoing', 'incoming'] as const;

/** Students by academic year, those who go and those who come. */
export function MobilityChart({ statistics }: { statistics: Statistics }) {
  const t = useFeatureT('figures');
  const { academicYear } = useFormats();
  return (
    <Chart
      kind="grouped"
      title={t('chart.mobility')}
      note={t('chart.mobility.note')}
      data={{
        rows: t('rows.academic_year'),
        series: directions.map(id => ({ id, label: t(id) })),
        items: statistics.mobility_by_year.map(it => ({
          id: it.academic_year,
          label: academicYear(it.academic_year),
          values: directions.map(direction => it[direction]),
          addresses: directions.map(direction => ({
            to: '/exchange-students',
            search: { academic_year: it.academic_year, direction, status: certain },
          })),
        })),
      }}
    />
  );
}

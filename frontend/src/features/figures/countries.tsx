import { useCodeLabel } from '~/api/code-lists';
import type { Statistics } from '~/entities/statistics/statistics';
import { WordChart } from '~/entities/statistics/word-chart';
import { WorldMap } from '~/map/world-map';
import { useT } from './t';

const FIRST = 12;

/** Where the partners are: on the map, and the countries with most of them. */
export function Countries({ statistics, asOf }: { statistics: Statistics; asOf: string | undefined }) {
  const t = useT();
  const label = useCodeLabel('countries');
  const counts = statistics.partners_by_country;
  const address = (country: string) => ({ to: '/partners', search: { country, known: true, as_of: asOf } });
  return (
    <>
      <WorldMap
        title={t('chart.map')}
        counted={t('partners')}
        countries={counts.map(({ word, count }) => ({
          code: word,
          label: label(word),
          count,
          words: t('partners.count', { count }),
          address: address(word),
        }))}
      />
      <WordChart
        title={t('chart.countries')}
        note={counts.length > FIRST ? t('chart.countries.note', { shown: FIRST, count: counts.length }) : undefined}
        rows={t('field.country')}
        counted={t('partners')}
        counts={counts.slice(0, FIRST)}
        label={label}
        address={address}
      />
    </>
  );
}

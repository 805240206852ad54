import { useQuery } from '@tanstack/react-query';
import { MobilityChart } from '~/entities/statistics/mobility-chart';
import { OfficeFigures } from '~/entities/statistics/office-figures';
import { type Statistics, statistics } from '~/entities/statistics/statistics';
import { LegalStatusChart, WordChart } from '~/entities/statistics/word-chart';
import { useFormats } from '~/i18n/i18n';
import { today } from '~/lib/day';
import { DateInput } from '~/ui/date-input';
import { FormField } from '~/ui/form-field';
import { PageHead, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { Countries } from './countries';
import styles from './figures.module.css';
import { InstrumentsChart } from './instruments-chart';
import type { FiguresSearch } from './search';
import { useT } from './t';

type Props = { search: FiguresSearch; onSearch: (search: FiguresSearch) => void };

/** What the records say on a day. */
export function FiguresPage({ search, onSearch }: Props) {
  const t = useT();
  const { longDate } = useFormats();
  const { data, error, refetch } = useQuery(statistics(search.as_of));
  return (
    <>
      <PageHead title={t('title')} meta={data && longDate(data.as_of)}>
        <FormField label={t('field.as_of')}>
          {control => (
            <DateInput
              control={control}
              value={search.as_of ?? today()}
              onChange={day => {
                if (/^\d{4}-\d\d-\d\d$/.test(day)) {
                  onSearch({ as_of: day === today() ? undefined : day });
                }
              }}
            />
          )}
        </FormField>
      </PageHead>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!error && (data === undefined ? <Skeleton /> : <Charts statistics={data} asOf={search.as_of} />)}
    </>
  );
}

function Charts({ statistics, asOf }: { statistics: Statistics; asOf: string | undefined }) {
  const t = useT();
  return (
    <Stack>
      <OfficeFigures statistics={statistics} asOf={asOf} />
      <Countries statistics={statistics} asOf={asOf} />
      <div className={styles.charts}>
        <InstrumentsChart statistics={statistics} />
        <MobilityChart statistics={statistics} />
        <LegalStatusChart statistics={statistics} asOf={asOf} />
        <WordChart
          title={t('chart.projects')}
          note={asOf && t('chart.present')}
          rows={t('field.status')}
          counted={t('projects')}
          counts={statistics.grant_projects_by_status}
          label={word => t(`project.${word}` as 'project.idea')}
          address={word => ({ to: '/grant-projects', search: { status: word } })}
        />
      </div>
    </Stack>
  );
}

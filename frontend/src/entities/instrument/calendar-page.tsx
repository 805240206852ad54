import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { resource } from '~/api/resource';
import { useFeatureT, useFormats } from '~/i18n/i18n';
import { today } from '~/lib/day';
import { LinkButton } from '~/ui/button';
import { Card, Fact } from '~/ui/card';
import { PageHead, Section, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import type { Instrument, InstrumentName } from './instrument';
import { InstrumentLine } from './related';
import { Views } from './views';

type Props = { name: InstrumentName; year?: string | undefined };

/** What ends in a year, month by month. */
export function InstrumentCalendar({ name, year = today().slice(0, 4) }: Props) {
  const t = useFeatureT(name);
  const to = (step: number) => ({ year: String(Number(year) + step) });
  return (
    <Stack>
      <div>
        <PageHead title={t('calendar.title', { year })}>
          <LinkButton to={`/${name}/calendar`} search={to(-1)}>
            ← {to(-1).year}
          </LinkButton>
          <LinkButton to={`/${name}/calendar`} search={to(1)}>
            {to(1).year} →
          </LinkButton>
        </PageHead>
        <Views name={name} />
      </div>
      <Year name={name} year={year} />
    </Stack>
  );
}

function Year({ name, year }: { name: InstrumentName; year: string }) {
  const t = useFeatureT(name);
  const { month, day } = useFormats();
  const { data, error, refetch } = useQuery(
    resource(name).list({
      'last_on[gte]': `${year}-01-01`,
      'last_on[lte]': `${year}-12-31`,
      sort: ['last_on'],
      limit: 200,
    }),
  );
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton />;
  }
  if (data.items.length === 0) {
    return <EmptyState action={<Link to={`/${name}`}>{t('view.list')}</Link>}>{t('calendar.none')}</EmptyState>;
  }
  return [...Map.groupBy(data.items, it => (it.last_on ?? '').slice(0, 7))].map(
    ([key, items]: [string, Instrument[]]) => (
      <Section key={key} title={month(`${key}-01`)}>
        <Card>
          {items.map(it => (
            <Fact key={it.id} wide label={day(it.last_on ?? '')}>
              <InstrumentLine name={name} instrument={it} />
            </Fact>
          ))}
        </Card>
      </Section>
    ),
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '~/i18n/i18n';
import { today } from '~/lib/day';
import { LinkButton } from '~/ui/button';
import { Card, Fact } from '~/ui/card';
import { PageHead, Section, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { agreements } from './api';
import type { Agreement } from './columns';
import { AgreementLine } from './related';
import { useT } from './t';
import { Views } from './views';

/** What ends in a year, month by month. */
export function CalendarPage({ year = today().slice(0, 4) }: { year: string | undefined }) {
  const t = useT();
  const to = (step: number) => ({ year: String(Number(year) + step) });
  return (
    <Stack>
      <div>
        <PageHead title={t('calendar.title', { year })}>
          <LinkButton to="/agreements/calendar" search={to(-1)}>
            ← {to(-1).year}
          </LinkButton>
          <LinkButton to="/agreements/calendar" search={to(1)}>
            {to(1).year} →
          </LinkButton>
        </PageHead>
        <Views />
      </div>
      <Year year={year} />
    </Stack>
  );
}

function Year({ year }: { year: string }) {
  const t = useT();
  const { month, day } = useFormats();
  const { data, error, refetch } = useQuery(
    agreements.list({
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
    return <EmptyState action={<Link to="/agreements">{t('view.list')}</Link>}>{t('calendar.none')}</EmptyState>;
  }
  return [...Map.groupBy(data.items, it => (it.last_on ?? '').slice(0, 7))].map(
    ([key, items]: [string, Agreement[]]) => (
      <Section key={key} title={month(`${key}-01`)}>
        <Card>
          {items.map(it => (
            <Fact key={it.id} wide label={day(it.last_on ?? '')}>
              <AgreementLine agreement={it} />
            </Fact>
          ))}
        </Card>
      </Section>
    ),
  );
}

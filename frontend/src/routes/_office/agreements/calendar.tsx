import { createFileRoute } from '@tanstack/react-router';
import { InstrumentCalendar } from '~/entities/instrument/calendar-page';
import { CalendarSearch } from '~/entities/instrument/search';

export const Route = createFileRoute('/_office/agreements/calendar')({
  validateSearch: CalendarSearch,
  component: Page,
});

function Page() {
  return <InstrumentCalendar name="agreements" year={Route.useSearch().year} />;
}

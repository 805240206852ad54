import { createFileRoute } from '@tanstack/react-router';
import { InstrumentCalendar } from '~/entities/instrument/calendar-page';
import { CalendarSearch } from '~/entities/instrument/search';

export const Route = createFileRoute('/_office/memoranda/calendar')({
  validateSearch: CalendarSearch,
  component: Page,
});

function Page() {
  return <InstrumentCalendar name="memoranda" year={Route.useSearch().year} />;
}

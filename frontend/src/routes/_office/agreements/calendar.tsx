import { createFileRoute } from '@tanstack/react-router';
import { CalendarPage } from '~/features/agreements/calendar-page';
import { CalendarSearch } from '~/features/agreements/search';

export const Route = createFileRoute('/_office/agreements/calendar')({
  validateSearch: CalendarSearch,
  component: Page,
});

function Page() {
  return <CalendarPage year={Route.useSearch().year} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { NewExchangePage } from '~/features/exchange-students/form-pages';
import { NewExchangeSearch } from '~/features/exchange-students/search';

export const Route = createFileRoute('/_office/exchange-students/new')({
  validateSearch: NewExchangeSearch,
  component: Page,
});

function Page() {
  return <NewExchangePage from={Route.useSearch()} />;
}

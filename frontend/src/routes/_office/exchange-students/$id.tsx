import { createFileRoute } from '@tanstack/react-router';
import { ExchangePage } from '~/features/exchange-students/detail-page';
import { ExchangeSearch } from '~/features/exchange-students/search';

export const Route = createFileRoute('/_office/exchange-students/$id')({
  validateSearch: ExchangeSearch,
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <ExchangePage id={id} tab={tab} />;
}

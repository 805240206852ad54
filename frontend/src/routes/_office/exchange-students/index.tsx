import { createFileRoute } from '@tanstack/react-router';
import { ExchangesPage } from '~/features/exchange-students/list-page';
import { ExchangesSearch } from '~/features/exchange-students/search';

export const Route = createFileRoute('/_office/exchange-students/')({
  validateSearch: ExchangesSearch,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return <ExchangesPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

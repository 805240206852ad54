import { createFileRoute } from '@tanstack/react-router';
import { PartnersPage } from '~/features/partners/list-page';
import { PartnersSearch } from '~/features/partners/search';

export const Route = createFileRoute('/_office/partners/')({ validateSearch: PartnersSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <PartnersPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

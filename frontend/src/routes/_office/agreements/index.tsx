import { createFileRoute } from '@tanstack/react-router';
import { AgreementsPage } from '~/features/agreements/list-page';
import { AgreementsSearch } from '~/features/agreements/search';

export const Route = createFileRoute('/_office/agreements/')({ validateSearch: AgreementsSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <AgreementsPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

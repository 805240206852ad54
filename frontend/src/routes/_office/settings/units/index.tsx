import { createFileRoute } from '@tanstack/react-router';
import { UnitsSearch } from '~/features/units/tabs';
import { UnitsPage } from '~/features/units/tree-page';

export const Route = createFileRoute('/_office/settings/units/')({ validateSearch: UnitsSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <UnitsPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

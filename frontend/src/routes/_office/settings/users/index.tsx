import { createFileRoute } from '@tanstack/react-router';
import { UsersPage } from '~/features/users/list-page';
import { UsersSearch } from '~/features/users/search';

export const Route = createFileRoute('/_office/settings/users/')({ validateSearch: UsersSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <UsersPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { PeoplePage } from '~/features/people/list-page';
import { PeopleSearch } from '~/features/people/search';

export const Route = createFileRoute('/_office/people/')({ validateSearch: PeopleSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <PeoplePage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

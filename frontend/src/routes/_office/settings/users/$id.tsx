import { createFileRoute } from '@tanstack/react-router';
import { UserPage } from '~/features/users/detail-page';
import { UserSearch } from '~/features/users/search';

export const Route = createFileRoute('/_office/settings/users/$id')({ validateSearch: UserSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <UserPage id={id} tab={tab} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { PersonPage } from '~/features/people/detail-page';
import { PersonSearch } from '~/features/people/search';

export const Route = createFileRoute('/_office/people/$id')({ validateSearch: PersonSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <PersonPage id={id} tab={tab} />;
}

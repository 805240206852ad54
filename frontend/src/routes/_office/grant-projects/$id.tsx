import { createFileRoute } from '@tanstack/react-router';
import { ProjectPage } from '~/features/grant-projects/detail-page';
import { ProjectSearch } from '~/features/grant-projects/search';

export const Route = createFileRoute('/_office/grant-projects/$id')({ validateSearch: ProjectSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <ProjectPage id={id} tab={tab} />;
}

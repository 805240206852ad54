import { createFileRoute } from '@tanstack/react-router';
import { ProjectsPage } from '~/features/grant-projects/list-page';
import { ProjectsSearch } from '~/features/grant-projects/search';

export const Route = createFileRoute('/_office/grant-projects/')({
  validateSearch: ProjectsSearch,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return <ProjectsPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

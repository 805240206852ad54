import { createFileRoute } from '@tanstack/react-router';
import { NewProjectPage } from '~/features/grant-projects/form-pages';
import { NewProjectSearch } from '~/features/grant-projects/search';

export const Route = createFileRoute('/_office/grant-projects/new')({
  validateSearch: NewProjectSearch,
  component: Page,
});

function Page() {
  return <NewProjectPage from={Route.useSearch()} />;
}

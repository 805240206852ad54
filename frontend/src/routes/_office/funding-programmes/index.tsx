import { createFileRoute } from '@tanstack/react-router';
import { ProgrammesPage } from '~/features/funding-programmes/list-page';
import { ProgrammesSearch } from '~/features/funding-programmes/search';

export const Route = createFileRoute('/_office/funding-programmes/')({
  validateSearch: ProgrammesSearch,
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  return <ProgrammesPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

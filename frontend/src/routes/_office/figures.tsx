import { createFileRoute } from '@tanstack/react-router';
import { FiguresPage } from '~/features/figures/figures-page';
import { FiguresSearch } from '~/features/figures/search';

export const Route = createFileRoute('/_office/figures')({ validateSearch: FiguresSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <FiguresPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { MemorandaPage } from '~/features/memoranda/list-page';
import { MemorandaSearch } from '~/features/memoranda/search';

export const Route = createFileRoute('/_office/memoranda/')({ validateSearch: MemorandaSearch, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <MemorandaPage search={Route.useSearch()} onSearch={search => void navigate({ search })} />;
}

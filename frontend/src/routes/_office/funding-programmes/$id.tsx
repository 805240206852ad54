import { createFileRoute } from '@tanstack/react-router';
import { ProgrammePage } from '~/features/funding-programmes/detail-page';
import { ProgrammeSearch } from '~/features/funding-programmes/search';

export const Route = createFileRoute('/_office/funding-programmes/$id')({
  validateSearch: ProgrammeSearch,
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <ProgrammePage id={id} tab={tab} />;
}

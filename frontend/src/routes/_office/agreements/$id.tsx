import { createFileRoute } from '@tanstack/react-router';
import { AgreementPage } from '~/features/agreements/detail-page';
import { AgreementSearch } from '~/features/agreements/search';

export const Route = createFileRoute('/_office/agreements/$id')({ validateSearch: AgreementSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <AgreementPage id={id} tab={tab} />;
}

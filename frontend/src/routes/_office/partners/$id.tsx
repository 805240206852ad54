import { createFileRoute } from '@tanstack/react-router';
import { PartnerPage } from '~/features/partners/detail-page';
import { PartnerSearch } from '~/features/partners/search';

export const Route = createFileRoute('/_office/partners/$id')({ validateSearch: PartnerSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <PartnerPage id={id} tab={tab} />;
}

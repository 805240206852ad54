import { createFileRoute } from '@tanstack/react-router';
import { UnitPage } from '~/features/units/detail-page';
import { UnitSearch } from '~/features/units/tabs';

export const Route = createFileRoute('/_office/settings/units/$id')({ validateSearch: UnitSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <UnitPage id={id} tab={tab} />;
}

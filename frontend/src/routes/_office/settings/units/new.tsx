import { createFileRoute } from '@tanstack/react-router';
import { NewUnitPage } from '~/features/units/form';
import { NewUnitSearch } from '~/features/units/tabs';

export const Route = createFileRoute('/_office/settings/units/new')({ validateSearch: NewUnitSearch, component: Page });

function Page() {
  return <NewUnitPage from={Route.useSearch()} />;
}

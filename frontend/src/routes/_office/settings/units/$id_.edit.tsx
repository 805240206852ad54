import { createFileRoute } from '@tanstack/react-router';
import { EditUnitPage } from '~/features/units/form';

export const Route = createFileRoute('/_office/settings/units/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditUnitPage id={id} />;
}

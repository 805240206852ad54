import { createFileRoute } from '@tanstack/react-router';
import { EditPartnerPage } from '~/features/partners/form';

export const Route = createFileRoute('/_office/partners/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditPartnerPage id={id} />;
}

import { createFileRoute } from '@tanstack/react-router';
import { EditPersonPage } from '~/features/people/form';

export const Route = createFileRoute('/_office/people/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditPersonPage id={id} />;
}

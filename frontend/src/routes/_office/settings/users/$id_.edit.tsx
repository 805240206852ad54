import { createFileRoute } from '@tanstack/react-router';
import { EditUserPage } from '~/features/users/form';

export const Route = createFileRoute('/_office/settings/users/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditUserPage id={id} />;
}

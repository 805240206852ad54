import { createFileRoute } from '@tanstack/react-router';
import { EditProjectPage } from '~/features/grant-projects/form-pages';

export const Route = createFileRoute('/_office/grant-projects/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditProjectPage id={id} />;
}

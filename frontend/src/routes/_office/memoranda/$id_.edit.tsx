import { createFileRoute } from '@tanstack/react-router';
import { EditMemorandumPage } from '~/features/memoranda/form-pages';

export const Route = createFileRoute('/_office/memoranda/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditMemorandumPage id={id} />;
}

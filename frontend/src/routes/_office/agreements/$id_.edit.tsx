import { createFileRoute } from '@tanstack/react-router';
import { EditAgreementPage } from '~/features/agreements/form-pages';

export const Route = createFileRoute('/_office/agreements/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditAgreementPage id={id} />;
}

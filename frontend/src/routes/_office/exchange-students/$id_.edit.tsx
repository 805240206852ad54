import { createFileRoute } from '@tanstack/react-router';
import { EditExchangePage } from '~/features/exchange-students/form-pages';

export const Route = createFileRoute('/_office/exchange-students/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditExchangePage id={id} />;
}

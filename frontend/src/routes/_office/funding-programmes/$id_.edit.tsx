import { createFileRoute } from '@tanstack/react-router';
import { EditProgrammePage } from '~/features/funding-programmes/form';

export const Route = createFileRoute('/_office/funding-programmes/$id_/edit')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <EditProgrammePage id={id} />;
}

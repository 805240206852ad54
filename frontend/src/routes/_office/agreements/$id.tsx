import { createFileRoute } from '@tanstack/react-router';
import { InstrumentSearch } from '~/entities/instrument/search';
import { AgreementPage } from '~/features/agreements/detail-page';

export const Route = createFileRoute('/_office/agreements/$id')({ validateSearch: InstrumentSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <AgreementPage id={id} tab={tab} />;
}

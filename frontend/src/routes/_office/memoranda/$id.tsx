import { createFileRoute } from '@tanstack/react-router';
import { InstrumentPage } from '~/entities/instrument/detail-page';
import { InstrumentSearch } from '~/entities/instrument/search';

export const Route = createFileRoute('/_office/memoranda/$id')({ validateSearch: InstrumentSearch, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { tab } = Route.useSearch();
  return <InstrumentPage name="memoranda" id={id} tab={tab} />;
}

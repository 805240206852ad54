import { createFileRoute } from '@tanstack/react-router';
import { NewInstrumentSearch } from '~/entities/instrument/search';
import { NewMemorandumPage } from '~/features/memoranda/form-pages';

export const Route = createFileRoute('/_office/memoranda/new')({
  validateSearch: NewInstrumentSearch,
  component: Page,
});

function Page() {
  return <NewMemorandumPage from={Route.useSearch()} />;
}

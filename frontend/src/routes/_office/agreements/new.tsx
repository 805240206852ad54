import { createFileRoute } from '@tanstack/react-router';
import { NewInstrumentSearch } from '~/entities/instrument/search';
import { NewAgreementPage } from '~/features/agreements/form-pages';

export const Route = createFileRoute('/_office/agreements/new')({
  validateSearch: NewInstrumentSearch,
  component: Page,
});

function Page() {
  return <NewAgreementPage from={Route.useSearch()} />;
}

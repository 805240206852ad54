import { createFileRoute } from '@tanstack/react-router';
import { NewAgreementPage } from '~/features/agreements/form-pages';
import { NewAgreementSearch } from '~/features/agreements/search';

export const Route = createFileRoute('/_office/agreements/new')({
  validateSearch: NewAgreementSearch,
  component: Page,
});

function Page() {
  return <NewAgreementPage from={Route.useSearch()} />;
}

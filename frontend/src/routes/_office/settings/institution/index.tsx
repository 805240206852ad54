import { createFileRoute } from '@tanstack/react-router';
import { InstitutionPage } from '~/features/institutions/detail-page';
import { InstitutionSearch } from '~/features/institutions/tabs';

export const Route = createFileRoute('/_office/settings/institution/')({
  validateSearch: InstitutionSearch,
  component: Page,
});

function Page() {
  const { tab } = Route.useSearch();
  return <InstitutionPage tab={tab} />;
}

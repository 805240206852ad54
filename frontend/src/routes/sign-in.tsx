import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '~/features/sign-in/sign-in-page';
import { search, words } from '~/lib/search';

export const Route = createFileRoute('/sign-in')({
  validateSearch: search({ to: words }),
  component: Page,
});

function Page() {
  const { to } = Route.useSearch();
  return <SignInPage to={to} />;
}

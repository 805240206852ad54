import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { SignInPage } from '~/features/sign-in/sign-in-page';
import { words } from '~/lib/search';

export const Route = createFileRoute('/sign-in')({
  validateSearch: v.object({ to: words, institution: words }),
  component: Page,
});

function Page() {
  const { to, institution } = Route.useSearch();
  return <SignInPage to={to} institution={institution} />;
}

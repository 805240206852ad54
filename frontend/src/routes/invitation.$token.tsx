import { createFileRoute } from '@tanstack/react-router';
import { InvitationPage } from '~/features/invitation/invitation-page';
import { LanguageLinks } from '~/features/sign-in/language-links';

export const Route = createFileRoute('/invitation/$token')({ component: Page });

function Page() {
  const { token } = Route.useParams();
  return (
    <InvitationPage token={token}>
      <LanguageLinks />
    </InvitationPage>
  );
}

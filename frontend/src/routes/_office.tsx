import { createFileRoute, redirect } from '@tanstack/react-router';
import { asApiError } from '~/api/problem';
import { me } from '~/api/session';
import { PageFailure, PageNotFound } from '~/features/shell/error-pages';
import { Shell } from '~/features/shell/shell';

/** Everything for which one must be signed in. */
export const Route = createFileRoute('/_office')({
  beforeLoad: async ({ context, location }) => {
    await context.queryClient.ensureQueryData(me).catch((error: unknown) => {
      throw asApiError(error).status === 401 ? redirect({ to: '/sign-in', search: { to: location.href } }) : error;
    });
  },
  component: Shell,
  notFoundComponent: PageNotFound,
  errorComponent: PageFailure,
});

import { createFileRoute } from '@tanstack/react-router';
import { loadPortal } from '~/features/portal/api';
import { PortalPage } from '~/features/portal/portal-page';
import { PortalSearch } from '~/features/portal/search';

/** The address of an institution is its name alone; every page of ours comes before it. */
export const Route = createFileRoute('/$slug')({
  validateSearch: PortalSearch,
  loaderDeps: ({ search }) => ({ asOf: search.as_of }),
  loader: ({ context, params, deps }) => loadPortal(context.queryClient, { slug: params.slug, asOf: deps.asOf }),
  component: Page,
});

function Page() {
  const { asOf } = Route.useLoaderDeps();
  return <PortalPage profile={Route.useLoaderData()} asOf={asOf} />;
}

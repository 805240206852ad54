import './styles/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { followAccount } from './api/account-preferences';
import { queryString } from './api/client';
import { createQueryClient } from './api/query-client';
import { I18nProvider } from './i18n/i18n';
import { awaitTitle } from './lib/focus';
import { parseSearch } from './lib/search';
import { routeTree } from './routes.gen';
import { ToastProvider } from './ui/toast';

const queryClient = createQueryClient();
followAccount(queryClient);

const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  parseSearch,
  stringifySearch: search => {
    const text = queryString(search);
    return text === '' ? '' : `?${text}`;
  },
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) {
    awaitTitle();
  }
});

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface Register {
    router: typeof router;
  }
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <I18nProvider>
          <QueryClientProvider client={queryClient}>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </QueryClientProvider>
        </I18nProvider>
      </Suspense>
    </StrictMode>,
  );
}

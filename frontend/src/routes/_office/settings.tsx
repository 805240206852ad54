import { createFileRoute, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { SettingsPage } from '~/features/settings/settings-page';

export const Route = createFileRoute('/_office/settings')({ component: Page });

function Page() {
  return (
    <SettingsPage>
      <Suspense>
        <Outlet />
      </Suspense>
    </SettingsPage>
  );
}

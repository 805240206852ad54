import { createFileRoute, Outlet } from '@tanstack/react-router';
import { useMay } from '~/entities/session';
import { ForbiddenPage } from '~/features/shell/error-pages';

export const Route = createFileRoute('/_office/settings/users')({ component: Page });

function Page() {
  return useMay()('admin') ? <Outlet /> : <ForbiddenPage home={false} />;
}

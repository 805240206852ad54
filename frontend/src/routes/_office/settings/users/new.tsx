import { createFileRoute } from '@tanstack/react-router';
import { NewUserPage } from '~/features/users/form';

export const Route = createFileRoute('/_office/settings/users/new')({ component: NewUserPage });

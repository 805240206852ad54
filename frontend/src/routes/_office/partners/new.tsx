import { createFileRoute } from '@tanstack/react-router';
import { NewPartnerPage } from '~/features/partners/form';

export const Route = createFileRoute('/_office/partners/new')({ component: NewPartnerPage });

import { createFileRoute } from '@tanstack/react-router';
import { NewPersonPage } from '~/features/people/form';

export const Route = createFileRoute('/_office/people/new')({ component: NewPersonPage });

import { createFileRoute } from '@tanstack/react-router';
import { NewProgrammePage } from '~/features/funding-programmes/form';

export const Route = createFileRoute('/_office/funding-programmes/new')({ component: NewProgrammePage });

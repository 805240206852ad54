import { createFileRoute } from '@tanstack/react-router';
import { EditInstitutionPage } from '~/features/institutions/form';

export const Route = createFileRoute('/_office/settings/institution/edit')({ component: EditInstitutionPage });

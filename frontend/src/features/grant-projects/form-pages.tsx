import { DetailPage } from '~/entities/record/detail-page';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { grantProjects } from './api';
import { ProjectForm } from './form';
import type { NewProjectSearch } from './search';
import { useT } from './t';

export function NewProjectPage({ from }: { from: NewProjectSearch }) {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <ProjectForm from={from} />
    </>
  );
}

export function EditProjectPage({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  return (
    <DetailPage resource={grantProjects} id={id}>
      {project => (
        <>
          <PageHead title={t('edit.title', { name: text(project.title) })} />
          <ProjectForm project={project} />
        </>
      )}
    </DetailPage>
  );
}

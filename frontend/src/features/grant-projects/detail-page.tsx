import { Link } from '@tanstack/react-router';
import { ProjectStatusMark } from '~/entities/project/status-mark';
import { ends, road, statusSigns } from '~/entities/project/statuses';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { MoveMenu } from '~/entities/record/transition';
import { UndoMoveButton } from '~/entities/record/undo';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { StageLine } from '~/ui/stage-line';
import { grantProjects, type Project } from './api';
import { ProjectFacts } from './facts';
import type { ProjectSearch } from './search';
import { useT } from './t';

const QUERY = { expand: ['funding_programme', 'unit', 'lead', 'consortium.partner'] };

export function ProjectPage({ id, tab }: { id: string; tab: ProjectSearch['tab'] }) {
  const t = useT();
  return (
    <DetailPage resource={grantProjects} id={id} query={QUERY}>
      {project => (
        <>
          <Head project={project} />
          <StageLine
            stages={[...road, ...ends.filter(it => it === project.status)]}
            current={project.status}
            closed={ends.find(it => it === project.status)}
            tone={ends.some(it => it === project.status) ? 'quiet' : statusSigns[project.status].tone}
            label={status => t(`status.${status}`)}
            name={t('field.status')}
          />
          <ProjectTabs id={id} />
          {tab === undefined && <ProjectFacts project={project} />}
          {tab === 'history' && <History resource={grantProjects} id={id} />}
          <RecordDates record={project} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ project }: { project: Project }) {
  const text = useText();
  const t = useT();
  const may = useMay()('coordinator');
  const name = text(project.title);
  const what = { resource: grantProjects, record: project, name };
  return (
    <div>
      <PageHead
        title={name}
        overline={
          <>
            {project.acronym && <>{project.acronym} · </>}
            <RecordText of={project.funding_programme?.names} />
          </>
        }
        meta={<ProjectStatusMark status={project.status} />}
      >
        {may && project.archived_at === undefined && (
          <>
            <ArchiveButton {...what} />
            <UndoMoveButton resource={grantProjects} record={project} />
            <LinkButton to="/grant-projects/$id/edit" params={{ id: project.id }}>
              {t('action.edit')}
            </LinkButton>
            <MoveMenu {...what} look="primary" />
          </>
        )}
      </PageHead>
      <ArchivedNotice {...what} may={may} />
    </div>
  );
}

function ProjectTabs({ id }: { id: string }) {
  const t = useT();
  const tab = (tab: ProjectSearch['tab'], label: string) => (
    <Link
      className={tabClass}
      to="/grant-projects/$id"
      params={{ id }}
      search={{ tab }}
      activeOptions={{ exact: true }}
    >
      {label}
    </Link>
  );
  return (
    <Tabs label={t('tab.label')}>
      {tab(undefined, t('tab.facts'))}
      {tab('history', t('tab.history'))}
    </Tabs>
  );
}

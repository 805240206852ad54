import { Link } from '@tanstack/react-router';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { fundingProgrammes, type Programme } from './api';
import { ProgrammeFacts } from './facts';
import { ProgrammeProjects } from './projects-tab';
import type { ProgrammeSearch } from './search';
import { useT } from './t';

export function ProgrammePage({ id, tab }: { id: string; tab: ProgrammeSearch['tab'] }) {
  return (
    <DetailPage resource={fundingProgrammes} id={id}>
      {programme => (
        <>
          <Head programme={programme} />
          <ProgrammeTabs id={id} />
          {tab === undefined && <ProgrammeFacts programme={programme} />}
          {tab === 'projects' && <ProgrammeProjects programme={programme} />}
          {tab === 'history' && <History resource={fundingProgrammes} id={id} />}
          <RecordDates record={programme} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ programme }: { programme: Programme }) {
  const t = useT();
  const text = useText();
  const may = useMay()('officer');
  const name = text(programme.names);
  const what = { resource: fundingProgrammes, record: programme, name };
  return (
    <div>
      <PageHead
        title={name}
        overline={
          <>
            {t(`kind.${programme.kind}`)}, <RecordText of={programme.funder} />
          </>
        }
        meta={programme.code}
      >
        {may && programme.archived_at === undefined && (
          <>
            <ArchiveButton {...what} />
            <LinkButton look="primary" to="/funding-programmes/$id/edit" params={{ id: programme.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
      </PageHead>
      <ArchivedNotice {...what} may={may} />
    </div>
  );
}

/** Members read what a programme gives; its projects and its history are for the staff. */
function ProgrammeTabs({ id }: { id: string }) {
  const t = useT();
  const may = useMay();
  const tab = (tab: ProgrammeSearch['tab'], label: string) => (
    <Link
      className={tabClass}
      to="/funding-programmes/$id"
      params={{ id }}
      search={{ tab }}
      activeOptions={{ exact: true }}
    >
      {label}
    </Link>
  );
  return may('staff') ? (
    <Tabs label={t('tab.label')}>
      {tab(undefined, t('tab.facts'))}
      {tab('projects', t('tab.projects'))}
      {tab('history', t('tab.history'))}
    </Tabs>
  ) : null;
}

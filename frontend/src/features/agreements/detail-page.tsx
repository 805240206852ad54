import { Link } from '@tanstack/react-router';
import { LegalMark } from '~/entities/instrument/stage-mark';
import { path, stageSigns } from '~/entities/instrument/stages';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { MoveMenu } from '~/entities/record/transition';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { StageLine } from '~/ui/stage-line';
import { agreements } from './api';
import type { Agreement } from './columns';
import { AgreementFacts } from './facts';
import { Related } from './related';
import type { AgreementSearch } from './search';
import { useT } from './t';

const QUERY = { expand: ['parties.partner', 'unit'] };

export function AgreementPage({ id, tab }: { id: string; tab: AgreementSearch['tab'] }) {
  const t = useT();
  return (
    <DetailPage resource={agreements} id={id} query={QUERY}>
      {agreement => (
        <>
          <Head agreement={agreement} />
          <StageLine
            stages={path}
            current={agreement.stage}
            closed="abandoned"
            tone={stageSigns[agreement.stage].tone}
            label={stage => t(`stage.${stage}`)}
            name={t('field.stage')}
          />
          <AgreementTabs id={id} />
          {tab === undefined && <AgreementFacts agreement={agreement} />}
          {tab === 'related' && <Related agreement={agreement} />}
          {tab === 'history' && <History resource={agreements} id={id} />}
          <RecordDates record={agreement} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const text = useText();
  const may = useMay();
  const name = text(agreement.title);
  const live = agreement.archived_at === undefined;
  return (
    <div>
      <PageHead
        title={name}
        overline={agreement.number}
        meta={<LegalMark status={agreement.legal_status} expiring={agreement.expiring} lastOn={agreement.last_on} />}
      >
        {may('coordinator') && live && (
          <>
            <ArchiveButton resource={agreements} record={agreement} name={name} />
            <LinkButton to="/agreements/$id/edit" params={{ id: agreement.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
        {may('officer') && live && (
          <MoveMenu look="primary" resource={agreements} record={agreement} name={name} dated={['signed']} />
        )}
      </PageHead>
      <ArchivedNotice resource={agreements} record={agreement} name={name} may={may('coordinator')} />
    </div>
  );
}

function AgreementTabs({ id }: { id: string }) {
  const t = useT();
  const tab = (tab: AgreementSearch['tab'], label: string) => (
    <Link className={tabClass} to="/agreements/$id" params={{ id }} search={{ tab }} activeOptions={{ exact: true }}>
      {label}
    </Link>
  );
  return (
    <Tabs label={t('tab.label')}>
      {tab(undefined, t('tab.facts'))}
      {tab('related', t('tab.related'))}
      {tab('history', t('tab.history'))}
    </Tabs>
  );
}

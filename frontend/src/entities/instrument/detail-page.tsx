import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { resource } from '~/api/resource';
import { useFeatureT, useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { StageLine } from '~/ui/stage-line';
import { ArchiveButton, ArchivedNotice } from '../record/archive';
import { DetailPage, RecordDates } from '../record/detail-page';
import { History } from '../record/history';
import { MoveMenu } from '../record/transition';
import { UndoMoveButton } from '../record/undo';
import { useMay } from '../session';
import { InstrumentFacts } from './facts';
import type { Instrument, InstrumentName } from './instrument';
import { Related } from './related';
import type { InstrumentSearch } from './search';
import { LegalMark } from './stage-mark';
import { path, stageSigns } from './stages';

const QUERY = { expand: ['parties.partner', 'unit'] };

type PageProps = {
  name: InstrumentName;
  id: string;
  tab: InstrumentSearch['tab'];
  /** The facts of one sort only. */
  facts?: (instrument: Instrument) => ReactNode;
};

export function InstrumentPage({ name, id, tab, facts }: PageProps) {
  const t = useFeatureT(name);
  const register = resource(name);
  return (
    <DetailPage resource={register} id={id} query={QUERY}>
      {instrument => (
        <>
          <Head name={name} instrument={instrument} />
          <StageLine
            stages={path}
            current={instrument.stage}
            closed="abandoned"
            tone={stageSigns[instrument.stage].tone}
            label={stage => t(`stage.${stage}`)}
            name={t('field.stage')}
          />
          <InstrumentTabs name={name} id={id} />
          {tab === undefined && (
            <InstrumentFacts name={name} instrument={instrument}>
              {facts?.(instrument)}
            </InstrumentFacts>
          )}
          {tab === 'related' && <Related name={name} instrument={instrument} />}
          {tab === 'history' && <History resource={register} id={id} />}
          <RecordDates record={instrument} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ name, instrument }: { name: InstrumentName; instrument: Instrument }) {
  const t = useFeatureT(name);
  const title = useText()(instrument.title);
  const may = useMay();
  const live = instrument.archived_at === undefined;
  const what = { resource: resource(name), record: instrument, name: title };
  return (
    <div>
      <PageHead
        title={title}
        overline={instrument.number}
        meta={<LegalMark status={instrument.legal_status} expiring={instrument.expiring} lastOn={instrument.last_on} />}
      >
        {may('coordinator') && live && (
          <>
            <ArchiveButton {...what} />
            <LinkButton to={`/${name}/$id/edit`} params={{ id: instrument.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
        {may('officer') && live && (
          <>
            <UndoMoveButton resource={what.resource} record={instrument} />
            <MoveMenu {...what} look="primary" dated={['signed']} />
          </>
        )}
      </PageHead>
      <ArchivedNotice {...what} may={may('coordinator')} />
    </div>
  );
}

function InstrumentTabs({ name, id }: { name: InstrumentName; id: string }) {
  const t = useFeatureT(name);
  const tab = (tab: InstrumentSearch['tab'], label: string) => (
    <Link className={tabClass} to={`/${name}/$id`} params={{ id }} search={{ tab }} activeOptions={{ exact: true }}>
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

import { Link } from '@tanstack/react-router';
import { ExchangeStatusMark } from '~/entities/exchange/status-mark';
import { ends, road, statusSigns } from '~/entities/exchange/statuses';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { MoveMenu } from '~/entities/record/transition';
import { UndoMoveButton } from '~/entities/record/undo';
import { useMay } from '~/entities/session';
import { useFormats } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { StageLine } from '~/ui/stage-line';
import { type Exchange, exchangeStudents } from './api';
import { ExchangeFacts } from './facts';
import { usePersonName } from './person-name';
import type { ExchangeSearch } from './search';
import { useT } from './t';

const QUERY = { expand: ['person', 'partner', 'agreement', 'unit', 'funding_programme'] };
/** The moves that happen on a day of their own. */
const DATED = ['arrived', 'completed'];

export function ExchangePage({ id, tab }: { id: string; tab: ExchangeSearch['tab'] }) {
  const t = useT();
  return (
    <DetailPage resource={exchangeStudents} id={id} query={QUERY}>
      {exchange => (
        <>
          <Head exchange={exchange} />
          <StageLine
            stages={[...road, ...ends.filter(it => it === exchange.status)]}
            current={exchange.status}
            closed={ends.find(it => it === exchange.status)}
            tone={ends.some(it => it === exchange.status) ? 'quiet' : statusSigns[exchange.status].tone}
            label={status => t(`status.${status}`)}
            name={t('field.status')}
          />
          <ExchangeTabs id={id} />
          {tab === undefined && <ExchangeFacts exchange={exchange} />}
          {tab === 'history' && <History resource={exchangeStudents} id={id} />}
          <RecordDates record={exchange} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const { academicYear } = useFormats();
  const may = useMay()('coordinator');
  const name = usePersonName()(exchange);
  const what = { resource: exchangeStudents, record: exchange, name };
  return (
    <div>
      <PageHead
        title={name}
        overline={`${t(`direction.${exchange.direction}`)}, ${academicYear(exchange.academic_year)}`}
        meta={<ExchangeStatusMark status={exchange.status} />}
      >
        {may && exchange.archived_at === undefined && (
          <>
            <ArchiveButton {...what} />
            <UndoMoveButton resource={exchangeStudents} record={exchange} />
            <LinkButton to="/exchange-students/$id/edit" params={{ id: exchange.id }}>
              {t('action.edit')}
            </LinkButton>
            <MoveMenu {...what} dated={DATED} look="primary" />
          </>
        )}
      </PageHead>
      <ArchivedNotice {...what} may={may} />
    </div>
  );
}

function ExchangeTabs({ id }: { id: string }) {
  const t = useT();
  const may = useMay();
  const tab = (tab: ExchangeSearch['tab'], label: string) => (
    <Link
      className={tabClass}
      to="/exchange-students/$id"
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
      {tab('history', t('tab.history'))}
    </Tabs>
  ) : null;
}

import { Link } from '@tanstack/react-router';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { useMay } from '~/entities/session';
import { LinkButton } from '~/ui/button';
import { Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { type Person, people } from './api';
import { PersonExchanges } from './exchanges-tab';
import { PersonFacts } from './facts';
import { PersonIdentity } from './identity-tab';
import type { PersonSearch } from './search';
import { useT } from './t';

const QUERY = { expand: ['unit'] };

export function PersonPage({ id, tab }: { id: string; tab: PersonSearch['tab'] }) {
  return (
    <DetailPage resource={people} id={id} query={QUERY}>
      {person => (
        <>
          <Head person={person} />
          <PersonTabs id={id} />
          {tab === undefined && <PersonFacts person={person} />}
          {tab === 'exchanges' && <PersonExchanges person={person} />}
          {tab === 'identity' && <PersonIdentity person={person} />}
          {tab === 'history' && <History resource={people} id={id} />}
          <RecordDates record={person} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ person }: { person: Person }) {
  const t = useT();
  const may = useMay()('coordinator');
  return (
    <div>
      <PageHead title={person.name} overline={t(`kind.${person.kind}`)}>
        {may && person.archived_at === undefined && (
          <>
            <ArchiveButton resource={people} record={person} name={person.name} />
            <LinkButton look="primary" to="/people/$id/edit" params={{ id: person.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
      </PageHead>
      <ArchivedNotice resource={people} record={person} name={person.name} may={may} />
    </div>
  );
}

function PersonTabs({ id }: { id: string }) {
  const t = useT();
  const may = useMay();
  const tab = (tab: PersonSearch['tab'], label: string) => (
    <Link className={tabClass} to="/people/$id" params={{ id }} search={{ tab }} activeOptions={{ exact: true }}>
      {label}
    </Link>
  );
  return (
    <Tabs label={t('tab.label')}>
      {tab(undefined, t('tab.facts'))}
      {tab('exchanges', t('tab.exchanges'))}
      {may('officer') && tab('identity', t('tab.identity'))}
      {may('staff') && tab('history', t('tab.history'))}
    </Tabs>
  );
}

import { Link } from '@tanstack/react-router';
import { ArchiveButton, ArchivedNotice } from '~/entities/record/archive';
import { DetailPage, RecordDates } from '~/entities/record/detail-page';
import { History } from '~/entities/record/history';
import { RecordText } from '~/entities/record-text';
import { useMe } from '~/entities/session';
import { LinkButton } from '~/ui/button';
import { Card, Fact, Tabs, tabClass } from '~/ui/card';
import { PageHead } from '~/ui/page';
import { type User, users } from './api';
import { UserMark } from './columns';
import { InvitationLink } from './invitation-link';
import type { UserSearch } from './search';
import { useT } from './t';

const QUERY = { expand: ['unit', 'person'] };

export function UserPage({ id, tab }: { id: string; tab: UserSearch['tab'] }) {
  return (
    <DetailPage resource={users} id={id} query={QUERY}>
      {user => (
        <>
          <Head user={user} />
          <UserTabs id={id} />
          {tab === undefined && <UserFacts user={user} />}
          {tab === 'history' && <History resource={users} id={id} />}
          <RecordDates record={user} />
        </>
      )}
    </DetailPage>
  );
}

function Head({ user }: { user: User }) {
  const t = useT();
  const self = useMe().user.id === user.id;
  const live = user.archived_at === undefined;
  return (
    <div>
      <PageHead title={user.name} overline={t(`user.role.${user.role}`)} meta={<UserMark user={user} />}>
        {live && (
          <>
            {!self && <ArchiveButton resource={users} record={user} name={user.name} />}
            <LinkButton look="primary" to="/settings/users/$id/edit" params={{ id: user.id }}>
              {t('action.edit')}
            </LinkButton>
          </>
        )}
      </PageHead>
      <ArchivedNotice resource={users} record={user} name={user.name} may />
      {live && user.status === 'invited' && <InvitationLink id={user.id} />}
    </div>
  );
}

function UserFacts({ user }: { user: User }) {
  const t = useT();
  return (
    <Card>
      <Fact label={t('field.email')}>
        <a href={`mailto:${user.email}`}>{user.email}</a>
      </Fact>
      <Fact label={t('field.role')}>{t(`user.role.${user.role}`)}</Fact>
      <Fact wide label={t('role.may')}>
        {t(`role.may.${user.role}`)}
      </Fact>
      <Fact label={t('field.unit_id')}>
        {user.unit && (
          <Link to="/settings/units/$id" params={{ id: user.unit.id }}>
            <RecordText of={user.unit.names} />
          </Link>
        )}
      </Fact>
      <Fact label={t('field.person_id')}>
        {user.person && (
          <Link to="/people/$id" params={{ id: user.person.id }}>
            {user.person.name}
          </Link>
        )}
      </Fact>
    </Card>
  );
}

function UserTabs({ id }: { id: string }) {
  const t = useT();
  const tab = (tab: UserSearch['tab'], label: string) => (
    <Link
      className={tabClass}
      to="/settings/users/$id"
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

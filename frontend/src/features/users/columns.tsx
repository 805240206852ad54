import { Link } from '@tanstack/react-router';
import { RecordText } from '~/entities/record-text';
import type { Column } from '~/ui/data-table';
import { Mark, type Sign } from '~/ui/mark';
import type { User } from './api';
import { useT } from './t';

type State = 'active' | 'invited' | 'shut_out';

const signs: Readonly<Record<State, Sign>> = {
  active: { fill: 'full', tone: 'good' },
  invited: { fill: 'hollow', tone: 'attention' },
  shut_out: { fill: 'barred', tone: 'bad' },
};

/** Whoever is archived cannot sign in, whatever their status. */
export function UserMark({ user }: { user: User }) {
  const t = useT();
  const state: State = user.archived_at === undefined ? user.status : 'shut_out';
  return <Mark {...signs[state]}>{t(`status.${state}`)}</Mark>;
}

export function useColumns(): Column<User>[] {
  const t = useT();
  return [
    {
      id: 'name',
      header: t('field.name'),
      sort: 'name',
      cell: it => (
        <Link to="/settings/users/$id" params={{ id: it.id }}>
          {it.name}
        </Link>
      ),
    },
    { id: 'email', header: t('field.email'), cell: it => it.email },
    { id: 'role', header: t('field.role'), cell: it => t(`user.role.${it.role}`) },
    {
      id: 'unit_id',
      header: t('field.about'),
      cell: it => it.person?.name ?? (it.unit && <RecordText of={it.unit.names} />),
    },
    { id: 'status', header: t('field.status'), cell: it => <UserMark user={it} /> },
  ];
}

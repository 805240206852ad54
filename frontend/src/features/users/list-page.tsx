import { ListPage } from '~/entities/record/list-page';
import { LinkButton } from '~/ui/button';
import { users } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import type { UsersSearch } from './search';
import { useT } from './t';

type Props = { search: UsersSearch; onSearch: (search: UsersSearch) => void };

export function UsersPage({ search, onSearch }: Props) {
  const t = useT();
  return (
    <ListPage
      resource={users}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ expand: ['unit', 'person'], sort: ['name'] }}
      rowName={it => it.name}
      actions={
        <LinkButton look="primary" to="/settings/users/new">
          {t('new')}
        </LinkButton>
      }
    />
  );
}

import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { LinkButton } from '~/ui/button';
import { people } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import type { PeopleSearch } from './search';
import { useT } from './t';

type Props = { search: PeopleSearch; onSearch: (search: PeopleSearch) => void };

export function PeoplePage({ search, onSearch }: Props) {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      resource={people}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ expand: ['unit'], sort: ['name'] }}
      rowName={it => it.name}
      bulk={may('coordinator')}
      actions={
        may('coordinator') && (
          <LinkButton look="primary" to="/people/new">
            {t('new')}
          </LinkButton>
        )
      }
    />
  );
}

import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { LinkButton } from '~/ui/button';
import { exchangeStudents } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import { usePersonName } from './person-name';
import type { ExchangesSearch } from './search';
import { useT } from './t';

type Props = { search: ExchangesSearch; onSearch: (search: ExchangesSearch) => void };

export function ExchangesPage({ search, onSearch }: Props) {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      resource={exchangeStudents}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ expand: ['person', 'partner', 'unit'], sort: ['-planned_from'] }}
      rowName={usePersonName()}
      bulk={may('coordinator')}
      actions={
        may('coordinator') && (
          <LinkButton look="primary" to="/exchange-students/new">
            {t('new')}
          </LinkButton>
        )
      }
    />
  );
}

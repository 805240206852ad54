import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { fundingProgrammes } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import type { ProgrammesSearch } from './search';
import { useT } from './t';

type Props = { search: ProgrammesSearch; onSearch: (search: ProgrammesSearch) => void };

export function ProgrammesPage({ search, onSearch }: Props) {
  const t = useT();
  const may = useMay();
  const text = useText();
  return (
    <ListPage
      resource={fundingProgrammes}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ sort: ['name'] }}
      rowName={it => text(it.names)}
      bulk={may('officer')}
      actions={
        may('officer') && (
          <LinkButton look="primary" to="/funding-programmes/new">
            {t('new')}
          </LinkButton>
        )
      }
    />
  );
}

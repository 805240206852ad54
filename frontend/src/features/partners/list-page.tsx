import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { partners } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import type { PartnersSearch } from './search';
import { useT } from './t';

type Props = { search: PartnersSearch; onSearch: (search: PartnersSearch) => void };

export function PartnersPage({ search, onSearch }: Props) {
  const t = useT();
  const may = useMay();
  const text = useText();
  return (
    <ListPage
      resource={partners}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ sort: ['name'] }}
      rowName={it => text(it.names)}
      bulk={may('officer')}
      actions={
        may('officer') && (
          <LinkButton look="primary" to="/partners/new">
            {t('new')}
          </LinkButton>
        )
      }
    />
  );
}

import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { agreements } from './api';
import { useColumns } from './columns';
import { filters } from './filters';
import type { AgreementsSearch } from './search';
import { NewButton, Views } from './views';

type Props = { search: AgreementsSearch; onSearch: (search: AgreementsSearch) => void };

export function AgreementsPage({ search, onSearch }: Props) {
  const may = useMay();
  const text = useText();
  return (
    <ListPage
      resource={agreements}
      search={search}
      onSearch={onSearch}
      columns={useColumns()}
      filters={filters}
      query={{ expand: ['parties.partner'], sort: ['-signed_on'] }}
      rowName={it => text(it.title)}
      bulk={may('coordinator')}
      actions={<NewButton />}
      views={<Views />}
    />
  );
}

import type { RecordOf } from '~/api/resource';
import { useInstrumentColumns } from '~/entities/instrument/columns';
import { NewButton, Views } from '~/entities/instrument/views';
import { ListPage } from '~/entities/record/list-page';
import { useMay } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { memoranda } from './api';
import { filters } from './filters';
import type { MemorandaSearch } from './search';

type Props = { search: MemorandaSearch; onSearch: (search: MemorandaSearch) => void };

export function MemorandaPage({ search, onSearch }: Props) {
  const may = useMay();
  const text = useText();
  return (
    <ListPage
      resource={memoranda}
      search={search}
      onSearch={onSearch}
      columns={useInstrumentColumns<RecordOf<'memoranda'>>('memoranda')}
      filters={filters}
      query={{ expand: ['parties.partner'], sort: ['-signed_on'] }}
      rowName={it => text(it.title)}
      bulk={may('coordinator')}
      actions={<NewButton name="memoranda" />}
      views={<Views name="memoranda" />}
    />
  );
}

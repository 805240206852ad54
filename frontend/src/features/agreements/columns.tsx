import type { RecordOf } from '~/api/resource';
import { useInstrumentColumns } from '~/entities/instrument/columns';
import type { Column } from '~/ui/data-table';
import { useT } from './t';

export function useColumns(): Column<RecordOf<'agreements'>>[] {
  const t = useT();
  return useInstrumentColumns('agreements', {
    id: 'kind',
    optional: true,
    header: t('field.kind'),
    cell: it => t(`kind.${it.kind}`),
  });
}

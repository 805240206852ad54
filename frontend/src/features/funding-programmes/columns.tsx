import { Link } from '@tanstack/react-router';
import { RecordText } from '~/entities/record-text';
import type { Column } from '~/ui/data-table';
import type { Programme } from './api';
import { useT } from './t';

export function useColumns(): Column<Programme>[] {
  const t = useT();
  return [
    {
      id: 'names',
      header: t('field.names'),
      sort: 'name',
      cell: it => (
        <Link to="/funding-programmes/$id" params={{ id: it.id }}>
          <RecordText of={it.names} />
        </Link>
      ),
    },
    { id: 'funder', header: t('field.funder'), sort: 'funder', cell: it => <RecordText of={it.funder} /> },
    { id: 'code', header: t('field.code'), cell: it => it.code },
    { id: 'kind', header: t('field.kind'), cell: it => t(`kind.${it.kind}`) },
    { id: 'tags', optional: true, header: t('field.tags'), cell: it => it.tags?.join(', ') },
  ];
}

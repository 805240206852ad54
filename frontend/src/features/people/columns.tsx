import { Link } from '@tanstack/react-router';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import type { Column } from '~/ui/data-table';
import type { Person } from './api';
import { useT } from './t';

export function useColumns(): Column<Person>[] {
  const t = useT();
  const { number } = useFormats();
  return [
    {
      id: 'name',
      header: t('field.name'),
      sort: 'name',
      cell: it => (
        <Link to="/people/$id" params={{ id: it.id }}>
          {it.name}
        </Link>
      ),
    },
    { id: 'kind', header: t('field.kind'), cell: it => t(`kind.${it.kind}`) },
    { id: 'unit_id', header: t('field.unit_id'), cell: it => it.unit && <RecordText of={it.unit.names} /> },
    { id: 'position', header: t('column.work'), cell: it => <RecordText of={it.programme ?? it.position} /> },
    {
      id: 'study_year',
      header: t('field.study_year'),
      align: 'end',
      cell: it => it.study_year && number(it.study_year),
    },
    { id: 'citizenship', header: t('field.citizenship'), cell: it => <CountryName code={it.citizenship} /> },
    { id: 'email', header: t('field.email'), cell: it => it.email && <a href={`mailto:${it.email}`}>{it.email}</a> },
    { id: 'passport_name', optional: true, header: t('field.passport_name'), cell: it => it.passport_name },
    { id: 'phone', optional: true, header: t('field.phone'), cell: it => it.phone },
  ];
}

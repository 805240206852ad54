import { Link } from '@tanstack/react-router';
import { useCodeLabel } from '~/api/code-lists';
import { CountryName } from '~/entities/country-name';
import { ExchangeStatusMark } from '~/entities/exchange/status-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import type { Column } from '~/ui/data-table';
import type { Exchange } from './api';
import { usePersonName } from './person-name';
import { useT } from './t';

export function useColumns(): Column<Exchange>[] {
  const t = useT();
  const { date, dateRange, academicYear, money } = useFormats();
  const name = usePersonName();
  const level = useCodeLabel('eqf');
  return [
    {
      id: 'person',
      header: t('field.person_id'),
      sort: 'person_name',
      cell: it => (
        <Link to="/exchange-students/$id" params={{ id: it.id }}>
          {name(it)}
        </Link>
      ),
    },
    { id: 'direction', header: t('field.direction'), cell: it => t(`direction.${it.direction}`) },
    { id: 'partner', header: t('field.partner_id'), cell: it => <RecordText of={it.partner?.names} /> },
    { id: 'country', header: t('field.country'), cell: it => <CountryName code={it.partner?.country} /> },
    {
      id: 'academic_year',
      header: t('field.academic_year'),
      sort: 'academic_year',
      cell: it => academicYear(it.academic_year),
    },
    {
      id: 'dates',
      header: t('column.dates'),
      sort: 'planned_from',
      cell: it => dateRange(it.actual_from ?? it.planned_from, it.actual_to ?? it.planned_to),
    },
    { id: 'status', header: t('field.status'), cell: it => <ExchangeStatusMark status={it.status} /> },
    { id: 'level', optional: true, header: t('field.level'), cell: it => level(String(it.level)) },
    { id: 'kind', optional: true, header: t('field.kind'), cell: it => t(`kind.${it.kind}`) },
    { id: 'term', optional: true, header: t('field.term'), cell: it => t(`term.${it.term}`) },
    { id: 'unit', optional: true, header: t('field.unit_id'), cell: it => <RecordText of={it.unit?.names} /> },
    {
      id: 'grant',
      optional: true,
      align: 'end',
      header: t('field.grant'),
      cell: it => it.grant && money(it.grant),
    },
    {
      id: 'planned_to',
      optional: true,
      header: t('field.planned_to'),
      sort: 'planned_to',
      cell: it => date(it.planned_to),
    },
  ];
}

import { Link } from '@tanstack/react-router';
import { ProjectStatusMark } from '~/entities/project/status-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import type { Column } from '~/ui/data-table';
import type { Project } from './api';
import { useT } from './t';

export function useColumns(): Column<Project>[] {
  const t = useT();
  const { date, dateRange, money } = useFormats();
  return [
    {
      id: 'title',
      header: t('field.title'),
      sort: 'title',
      cell: it => (
        <Link to="/grant-projects/$id" params={{ id: it.id }}>
          <RecordText of={it.title} />
        </Link>
      ),
    },
    { id: 'acronym', header: t('field.acronym'), sort: 'acronym', cell: it => it.acronym },
    {
      id: 'funding_programme',
      header: t('column.programme'),
      cell: it => <RecordText of={it.funding_programme?.names} />,
    },
    {
      id: 'dates',
      header: t('column.dates'),
      sort: 'starts_on',
      cell: it => dateRange(it.starts_on, it.ends_on),
    },
    {
      id: 'total_budget',
      align: 'end',
      header: t('field.total_budget'),
      cell: it => it.total_budget && money(it.total_budget),
    },
    { id: 'status', header: t('field.status'), cell: it => <ProjectStatusMark status={it.status} /> },
    { id: 'our_role', optional: true, header: t('field.our_role'), cell: it => t(`our_role.${it.our_role}`) },
    {
      id: 'our_share',
      optional: true,
      align: 'end',
      header: t('field.our_share'),
      cell: it => it.our_share && money(it.our_share),
    },
    {
      id: 'co_funding',
      optional: true,
      align: 'end',
      header: t('field.co_funding'),
      cell: it => it.co_funding && money(it.co_funding),
    },
    { id: 'reference', optional: true, header: t('field.reference'), cell: it => it.reference },
    { id: 'call', optional: true, header: t('field.call'), cell: it => it.call },
    { id: 'unit', optional: true, header: t('field.unit_id'), cell: it => <RecordText of={it.unit?.names} /> },
    { id: 'lead', optional: true, header: t('field.lead_id'), cell: it => it.lead?.name },
    { id: 'areas', optional: true, header: t('field.areas'), cell: it => it.areas?.join(', ') },
    {
      id: 'ends_on',
      optional: true,
      header: t('field.ends_on'),
      sort: 'ends_on',
      cell: it => it.ends_on && date(it.ends_on),
    },
  ];
}

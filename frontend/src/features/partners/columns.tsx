import { Link } from '@tanstack/react-router';
import type { RecordOf } from '~/api/resource';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import type { Column } from '~/ui/data-table';
import { Mark } from '~/ui/mark';
import { stageSigns } from './stage-signs';
import { useT } from './t';

export type Partner = RecordOf<'partners'>;

export function useColumns(): Column<Partner>[] {
  const t = useT();
  const { date } = useFormats();
  return [
    {
      id: 'names',
      header: t('field.names'),
      sort: 'name',
      cell: it => (
        <Link to="/partners/$id" params={{ id: it.id }}>
          <RecordText of={it.names} />
        </Link>
      ),
    },
    { id: 'country', header: t('field.country'), sort: 'country', cell: it => <CountryName code={it.country} /> },
    { id: 'city', header: t('field.city'), cell: it => it.city },
    { id: 'kind', header: t('field.kind'), cell: it => t(`kind.${it.kind}`) },
    {
      id: 'stage',
      header: t('field.stage'),
      cell: it => it.stage && <Mark {...stageSigns[it.stage]}>{t(`stage.${it.stage}`)}</Mark>,
    },
    { id: 'rankings', header: t('field.rankings'), cell: it => newestRanks(it, system => t(`system.${system}`)) },
    {
      id: 'first_contact_on',
      header: t('field.first_contact_on'),
      sort: 'first_contact_on',
      cell: it => it.first_contact_on && date(it.first_contact_on),
    },
  ];
}

/** The newest place in each ranking. */
function newestRanks(
  partner: Partner,
  name: (system: NonNullable<Partner['rankings']>[number]['system']) => string,
): string {
  const newest = new Map((partner.rankings ?? []).toSorted((a, b) => a.year - b.year).map(it => [it.system, it.rank]));
  return [...newest].map(([system, rank]) => `${name(system)} ${rank}`).join(', ');
}

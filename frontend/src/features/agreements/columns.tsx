import { Link } from '@tanstack/react-router';
import type { RecordOf } from '~/api/resource';
import { CountryName } from '~/entities/country-name';
import { LegalMark, StageMark } from '~/entities/instrument/stage-mark';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import type { Column } from '~/ui/data-table';
import { useT } from './t';

export type Agreement = RecordOf<'agreements'>;

export function useColumns(): Column<Agreement>[] {
  const t = useT();
  const { date } = useFormats();
  return [
    {
      id: 'title',
      header: t('field.title'),
      sort: 'title',
      cell: it => (
        <Link to="/agreements/$id" params={{ id: it.id }}>
          <RecordText of={it.title} />
        </Link>
      ),
    },
    { id: 'number', header: t('field.number'), sort: 'number', cell: it => it.number },
    { id: 'parties', header: t('field.partner_id'), cell: it => <Partners of={it} /> },
    { id: 'country', header: t('field.country'), cell: it => <Countries of={it} /> },
    { id: 'kind', optional: true, header: t('field.kind'), cell: it => t(`kind.${it.kind}`) },
    { id: 'stage', header: t('field.stage'), cell: it => <StageMark stage={it.stage} /> },
    {
      id: 'legal_status',
      header: t('field.legal_status'),
      cell: it => <LegalMark status={it.legal_status} expiring={it.expiring} lastOn={it.last_on} />,
    },
    {
      id: 'signed_on',
      optional: true,
      header: t('field.signed_on'),
      sort: 'signed_on',
      cell: it => it.signed_on && date(it.signed_on),
    },
    { id: 'last_on', header: t('field.last_on'), sort: 'last_on', cell: it => it.last_on && date(it.last_on) },
  ];
}

function Partners({ of: { parties } }: { of: Agreement }) {
  return parties.map((party, n) => (
    <span key={party.partner_id}>
      {n > 0 && ', '}
      <RecordText of={party.partner?.names} />
    </span>
  ));
}

function Countries({ of: { parties } }: { of: Agreement }) {
  const codes = [...new Set(parties.map(it => it.partner?.country))];
  return codes.map((code, n) => (
    <span key={code}>
      {n > 0 && ', '}
      <CountryName code={code} />
    </span>
  ));
}

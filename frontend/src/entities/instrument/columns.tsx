import { Link } from '@tanstack/react-router';
import { useFeatureT, useFormats } from '~/i18n/i18n';
import type { Column } from '~/ui/data-table';
import { RecordText } from '../record-text';
import type { Instrument, InstrumentName } from './instrument';
import { PartnerLines } from './partner-lines';
import { LegalMark, StageMark } from './stage-mark';

/** `own` are those of one sort only. */
export function useInstrumentColumns<Row extends Instrument>(
  name: InstrumentName,
  ...own: Column<Row>[]
): Column<Row>[] {
  const t = useFeatureT(name);
  const { date } = useFormats();
  return [
    {
      id: 'title',
      header: t('field.title'),
      sort: 'title',
      cell: it => (
        <Link to={`/${name}/$id`} params={{ id: it.id }}>
          <RecordText of={it.title} />
        </Link>
      ),
    },
    { id: 'number', header: t('column.number'), sort: 'number', cell: it => it.number },
    { id: 'parties', header: t('field.partner_id'), cell: it => <PartnerLines parties={it.parties} /> },
    ...own,
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

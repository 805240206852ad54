import type { RecordOf } from '~/api/resource';
import { InstrumentPage } from '~/entities/instrument/detail-page';
import type { Instrument } from '~/entities/instrument/instrument';
import type { InstrumentSearch } from '~/entities/instrument/search';
import { Fact } from '~/ui/card';
import { useT } from './t';

export function AgreementPage({ id, tab }: { id: string; tab: InstrumentSearch['tab'] }) {
  const t = useT();
  const kind = (it: Instrument) => isAgreement(it) && <Fact label={t('field.kind')}>{t(`kind.${it.kind}`)}</Fact>;
  return <InstrumentPage name="agreements" id={id} tab={tab} facts={kind} />;
}

/** Of the two sorts only an agreement has a kind. */
const isAgreement = (it: Instrument): it is RecordOf<'agreements'> => 'kind' in it;

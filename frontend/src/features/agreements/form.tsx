import { limits } from '~/api/limits.gen';
import type { RecordOf } from '~/api/resource';
import { SelectField } from '~/entities/form/fields';
import { InstrumentForm } from '~/entities/instrument/form';
import type { NewInstrumentSearch } from '~/entities/instrument/search';

type Props = { agreement?: RecordOf<'agreements'>; from?: NewInstrumentSearch };

export function AgreementForm({ agreement, from }: Props) {
  return (
    <InstrumentForm
      name="agreements"
      limits={limits.AgreementCreate}
      instrument={agreement}
      from={from}
      initial={{ kind: 'framework' }}
    >
      <SelectField name="kind" />
    </InstrumentForm>
  );
}

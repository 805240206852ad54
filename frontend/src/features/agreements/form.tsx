import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { limits } from '~/api/limits.gen';
import {
  DateField,
  LongTextField,
  NumberField,
  SelectField,
  TextField,
  TextsField,
  WordsField,
} from '~/entities/form/fields';
import { FieldGrid, FieldRows, FormSection } from '~/entities/form/layout';
import { CodesField } from '~/entities/form/more-fields';
import { PartnerField } from '~/entities/pickers/partner-field';
import { PickerField } from '~/entities/pickers/picker-field';
import { RecordForm } from '~/entities/record/record-form';
import { agreements } from './api';
import type { Agreement } from './columns';
import type { NewAgreementSearch } from './search';
import { useT } from './t';

export function AgreementForm({ agreement, from = {} }: { agreement?: Agreement; from?: NewAgreementSearch }) {
  const t = useT();
  const navigate = useNavigate();
  const show = (id: string) => navigate({ to: '/agreements/$id', params: { id } });
  const initial = {
    title: {},
    kind: 'framework',
    visibility: 'internal',
    parties: [{ partner_id: from.partner_id ?? '' }],
    predecessor_id: from.predecessor_id ?? '',
    amends_id: from.amends_id ?? '',
  };
  return (
    <RecordForm
      resource={agreements}
      limits={limits.AgreementCreate}
      initial={initial}
      {...(agreement && { record: agreement })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (agreement ? show(agreement.id) : navigate({ to: '/agreements' }))}
    >
      <FormSection title={t('section.what')}>
        <TextsField name="title" hint={t('form.texts_hint')} />
        <FieldGrid>
          <SelectField name="kind" />
          <TextField name="number" />
          <PickerField name="unit_id" kind="unit" />
          <SelectField name="visibility" />
        </FieldGrid>
      </FormSection>
      <Sides />
      <Term signed={agreement === undefined || agreement.stage === 'signed'} />
      <FormSection title={t('section.more')}>
        <CodesField name="languages" list="languages" />
        <WordsField name="areas" />
        <WordsField name="tags" />
        <FieldGrid>
          <PickerField name="predecessor_id" kind="agreement" />
          <PickerField name="amends_id" kind="agreement" />
        </FieldGrid>
      </FormSection>
    </RecordForm>
  );
}

function Sides() {
  const t = useT();
  const signatory = (prefix: string) => (
    <>
      <TextField name={`${prefix}name`} />
      <TextsField name={`${prefix}position`} />
    </>
  );
  return (
    <>
      <FormSection title={t('section.parties')}>
        <FieldRows name="parties" add={t('add.party')}>
          {prefix => (
            <>
              <FieldGrid>
                <PartnerField name={`${prefix}partner_id`} />
                <DateField name={`${prefix}signed_on`} />
              </FieldGrid>
              <FieldRows name={`${prefix}signatories`} add={t('add.signatory')}>
                {signatory}
              </FieldRows>
            </>
          )}
        </FieldRows>
      </FormSection>
      <FormSection title={t('section.ours')}>
        <FieldRows name="our_signatories" add={t('add.signatory')}>
          {signatory}
        </FieldRows>
      </FormSection>
    </>
  );
}

function Term({ signed }: { signed: boolean }) {
  const t = useT();
  const terminated = Boolean(useWatch({ name: 'terminated_on' }));
  return (
    <>
      <FormSection title={t('section.term')}>
        <FieldGrid>
          <DateField name="starts_on" />
          <DateField name="ends_on" hint={t('hint.ends_on')} />
          {signed && <DateField name="signed_on" hint={t('hint.signed_on')} />}
          {signed && <TextField name="signed_at" />}
          <NumberField name="renewal.months" />
          <NumberField name="renewal.notice_days" />
          <DateField name="renewal.notice_given_on" />
        </FieldGrid>
      </FormSection>
      {signed && (
        <FormSection title={t('section.end')}>
          <FieldGrid>
            <DateField name="terminated_on" />
          </FieldGrid>
          {terminated && <LongTextField name="termination_reason" />}
        </FormSection>
      )}
    </>
  );
}

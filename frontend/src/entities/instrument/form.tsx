import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { Limits } from '~/api/limits';
import { resource } from '~/api/resource';
import { useFeatureT } from '~/i18n/i18n';
import { DateField, LongTextField, NumberField, SelectField, TextField, TextsField, WordsField } from '../form/fields';
import { useFormSchema } from '../form/form-context';
import { FieldGrid, FieldRows, FormSection } from '../form/layout';
import { CodesField } from '../form/more-fields';
import { PartnerField } from '../pickers/partner-field';
import { PickerField } from '../pickers/picker-field';
import { RecordForm } from '../record/record-form';
import type { Instrument, InstrumentName } from './instrument';
import type { NewInstrumentSearch } from './search';

type Props = {
  name: InstrumentName;
  limits: Limits;
  /** What is changed; absent where one is made. */
  instrument?: Instrument | undefined;
  from?: NewInstrumentSearch | undefined;
  /** What a new one of the sort begins with besides. */
  initial?: Record<string, unknown>;
  /** The fields of one sort only. */
  children?: ReactNode;
};

export function InstrumentForm({ name, limits, instrument, from = {}, initial = {}, children }: Props) {
  const t = useFeatureT(name);
  const navigate = useNavigate();
  const show = (id: string) => navigate({ to: `/${name}/$id`, params: { id } });
  const start = {
    ...initial,
    title: {},
    visibility: 'internal',
    parties: [{ partner_id: from.partner_id ?? '' }],
    predecessor_id: from.predecessor_id ?? '',
    amends_id: from.amends_id ?? '',
  };
  return (
    <RecordForm
      resource={resource(name)}
      limits={limits}
      initial={start}
      {...(instrument && { record: instrument })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (instrument ? show(instrument.id) : navigate({ to: `/${name}` }))}
    >
      <FormSection title={t('section.what')}>
        <TextsField name="title" hint={t('form.texts_hint')} />
        <FieldGrid>
          {children}
          <TextField name="number" />
          <PickerField name="unit_id" kind="unit" />
          <SelectField name="visibility" />
        </FieldGrid>
      </FormSection>
      <Sides />
      <Term signed={instrument === undefined || instrument.stage === 'signed'} />
      <FormSection title={t('section.more')}>
        <CodesField name="languages" list="languages" />
        <WordsField name="areas" />
        <WordsField name="tags" />
        <FieldGrid>
          <PickerField name="predecessor_id" kind="instrument" />
          <PickerField name="amends_id" kind="instrument" />
        </FieldGrid>
      </FormSection>
    </RecordForm>
  );
}

function Sides() {
  const { t } = useFormSchema();
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
  const { t } = useFormSchema();
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

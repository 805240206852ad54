import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { limits } from '~/api/limits.gen';
import {
  CheckField,
  DateField,
  NumberField,
  SelectField,
  TextField,
  TextsField,
  WordsField,
} from '~/entities/form/fields';
import { FieldGrid, FieldRows, FormSection } from '~/entities/form/layout';
import { CodeField } from '~/entities/form/more-fields';
import { PickerField } from '~/entities/pickers/picker-field';
import { DetailPage } from '~/entities/record/detail-page';
import { RecordForm } from '~/entities/record/record-form';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { useToast } from '~/ui/toast';
import { partners } from './api';
import type { Partner } from './columns';
import { LookAlikes } from './look-alikes';
import { useT } from './t';

export function NewPartnerPage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <PartnerForm />
    </>
  );
}

export function EditPartnerPage({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  return (
    <DetailPage resource={partners} id={id}>
      {partner => (
        <>
          <PageHead title={t('edit.title', { name: text(partner.names) })} />
          <PartnerForm partner={partner} />
        </>
      )}
    </DetailPage>
  );
}

function PartnerForm({ partner }: { partner?: Partner }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const show = (id: string) => navigate({ to: '/partners/$id', params: { id } });
  const onSaved = ({ id, look_alikes: alike = [] }: Partner) => {
    if (alike.length > 0) {
      toast(t('look_alikes.made', { count: alike.length }));
    }
    void show(id);
  };
  return (
    <RecordForm
      resource={partners}
      limits={limits.PartnerCreate}
      initial={{ names: {}, kind: 'university', stage: 'prospect' }}
      {...(partner && { record: partner })}
      onSaved={onSaved}
      onCancel={() => void (partner ? show(partner.id) : navigate({ to: '/partners' }))}
    >
      <FormSection title={t('section.name')}>
        <TextsField name="names" hint={t('form.texts_hint')} />
        {partner === undefined && <LookAlikes />}
        <SelectField name="kind" />
      </FormSection>
      <FormSection title={t('section.place')}>
        <FieldGrid>
          <CodeField name="country" list="countries" />
          <TextField name="city" />
          <TextField name="website" type="url" />
          <NumberField name="latitude" step="any" />
          <NumberField name="longitude" step="any" />
        </FieldGrid>
        <CheckField name="locally_accredited" />
      </FormSection>
      <FormSection title={t('section.cooperation')}>
        <FieldGrid>
          <SelectField name="stage" />
          <ClosedOn />
          <DateField name="first_contact_on" />
        </FieldGrid>
        <WordsField name="areas" />
        <WordsField name="tags" />
        {partner !== undefined && <PickerField name="merged_into_id" kind="partner" />}
      </FormSection>
      <PartnerLists />
    </RecordForm>
  );
}

/** A day of closing is there if and only if the stage is `closed`. */
function ClosedOn() {
  return useWatch({ name: 'stage' }) === 'closed' ? <DateField name="closed_on" /> : null;
}

function PartnerLists() {
  const t = useT();
  return (
    <>
      <FormSection title={t('section.contacts')}>
        <FieldRows name="contacts" add={t('add.contact')}>
          {prefix => (
            <FieldGrid>
              <TextField name={`${prefix}name`} />
              <TextField name={`${prefix}role`} />
              <TextField name={`${prefix}email`} type="email" />
              <TextField name={`${prefix}phone`} type="tel" hint={t('hint.phone')} />
              <CodeField name={`${prefix}language`} list="languages" />
            </FieldGrid>
          )}
        </FieldRows>
      </FormSection>
      <FormSection title={t('section.rankings')}>
        <FieldRows name="rankings" add={t('add.ranking')}>
          {prefix => (
            <FieldGrid>
              <SelectField name={`${prefix}system`} words="system" />
              <NumberField name={`${prefix}year`} />
              <TextField name={`${prefix}rank`} hint={t('hint.rank')} />
            </FieldGrid>
          )}
        </FieldRows>
      </FormSection>
      <FormSection title={t('section.codes')}>
        <FieldRows name="external_ids" add={t('add.code')}>
          {prefix => (
            <FieldGrid>
              <SelectField name={`${prefix}scheme`} words="scheme" />
              <TextField name={`${prefix}value`} />
            </FieldGrid>
          )}
        </FieldRows>
        <FieldRows name="former_names" add={t('add.former_name')} empty={{ names: {} }}>
          {prefix => (
            <>
              <TextsField name={`${prefix}names`} />
              <DateField name={`${prefix}until_on`} />
            </>
          )}
        </FieldRows>
      </FormSection>
    </>
  );
}

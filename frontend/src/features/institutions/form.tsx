import { useNavigate } from '@tanstack/react-router';
import { limits } from '~/api/limits.gen';
import { DateField, NumberField, SelectField, TextField, TextsField } from '~/entities/form/fields';
import { FieldGrid, FieldRows, FormSection } from '~/entities/form/layout';
import { CodeField } from '~/entities/form/more-fields';
import { DetailPage } from '~/entities/record/detail-page';
import { RecordForm } from '~/entities/record/record-form';
import { useMe } from '~/entities/session';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { type Institution, institutions } from './api';
import { useT } from './t';

export function EditInstitutionPage() {
  const t = useT();
  const text = useText();
  const { id } = useMe().institution;
  return (
    <DetailPage resource={institutions} id={id}>
      {institution => (
        <>
          <PageHead title={t('edit.title', { name: text(institution.names) })} />
          <InstitutionForm institution={institution} />
        </>
      )}
    </DetailPage>
  );
}

function InstitutionForm({ institution }: { institution: Institution }) {
  const t = useT();
  const navigate = useNavigate();
  const show = () => void navigate({ to: '/settings/institution' });
  return (
    <RecordForm
      resource={institutions}
      limits={limits.InstitutionCreate}
      record={institution}
      onSaved={show}
      onCancel={show}
    >
      <FormSection title={t('section.names')}>
        <TextsField name="names" hint={t('form.texts_hint')} />
        <TextsField name="short_names" />
      </FormSection>
      <FormSection title={t('section.place')}>
        <FieldGrid>
          <CodeField name="country" list="countries" />
          <TextField name="city" />
          <TextField name="address" />
          <TextField name="website" type="url" />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.rules')}>
        <FieldGrid>
          <TextField name="time_zone" hint={t('hint.time_zone')} />
          <SelectField name="default_language" words="language" />
          <NumberField name="lead_days" hint={t('hint.lead_days')} />
        </FieldGrid>
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
      </FormSection>
      <Office />
    </RecordForm>
  );
}

function Office() {
  const t = useT();
  return (
    <FormSection title={t('field.office')}>
      <TextsField name="office.names" />
      <FieldGrid>
        <TextField name="office.head" />
        <TextField name="office.email" type="email" />
        <TextField name="office.phone" type="tel" hint={t('hint.phone')} />
        <DateField name="office.founded_on" />
      </FieldGrid>
      <TextsField name="office.reports_to" />
      <TextsField name="office.hours" />
      <FieldRows name="office.tasks" add={t('add.task')}>
        {prefix => <TextsField name={prefix.slice(0, -1)} />}
      </FieldRows>
    </FormSection>
  );
}

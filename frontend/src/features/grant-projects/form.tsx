import { useNavigate } from '@tanstack/react-router';
import { limits } from '~/api/limits.gen';
import { DateField, LongTextField, SelectField, TextField, TextsField, WordsField } from '~/entities/form/fields';
import { FieldGrid, FieldRows, FormSection } from '~/entities/form/layout';
import { MoneyField } from '~/entities/form/more-fields';
import { PartnerField } from '~/entities/pickers/partner-field';
import { PersonField } from '~/entities/pickers/person-field';
import { PickerField } from '~/entities/pickers/picker-field';
import { RecordForm } from '~/entities/record/record-form';
import { useMe } from '~/entities/session';
import { grantProjects, type Project } from './api';
import type { NewProjectSearch } from './search';
import { useT } from './t';

export function ProjectForm({ project, from = {} }: { project?: Project; from?: NewProjectSearch }) {
  const t = useT();
  const navigate = useNavigate();
  const { unit_id } = useMe();
  const show = (id: string) => navigate({ to: '/grant-projects/$id', params: { id } });
  const initial = {
    title: {},
    funding_programme_id: from.funding_programme_id ?? '',
    unit_id: unit_id ?? '',
    our_role: 'beneficiary',
    status: 'idea',
  };
  return (
    <RecordForm
      resource={grantProjects}
      limits={limits.GrantProjectCreate}
      initial={initial}
      {...(project && { record: project })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (project ? show(project.id) : navigate({ to: '/grant-projects' }))}
    >
      <FormSection title={t('section.project')}>
        <TextsField name="title" hint={t('form.texts_hint')} />
        <FieldGrid>
          <TextField name="acronym" />
          <PickerField name="funding_programme_id" kind="programme" />
          <TextField name="call" hint={t('hint.call')} />
          <TextField name="reference" hint={t('hint.reference')} />
          <TextField name="website" type="url" />
        </FieldGrid>
        <LongTextField name="summary" />
        <WordsField name="areas" />
        <WordsField name="tags" />
      </FormSection>
      <FormSection title={t('section.part')}>
        <FieldGrid>
          <SelectField name="our_role" />
          <PickerField name="unit_id" kind="unit" hint={t('hint.unit')} />
          <PersonField name="lead_id" />
          {project === undefined && <SelectField name="status" hint={t('hint.status')} />}
          <DateField name="starts_on" />
          <DateField name="ends_on" />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.money')}>
        <FieldGrid>
          <MoneyField name="total_budget" />
          <MoneyField name="our_share" />
          <MoneyField name="co_funding" />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('field.consortium')}>
        <FieldRows name="consortium" add={t('add.partner')} empty={{ partner_id: '', role: 'beneficiary' }}>
          {prefix => (
            <FieldGrid>
              <PartnerField name={`${prefix}partner_id`} />
              <SelectField name={`${prefix}role`} words="role" />
            </FieldGrid>
          )}
        </FieldRows>
      </FormSection>
    </RecordForm>
  );
}

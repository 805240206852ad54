import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { limits } from '~/api/limits.gen';
import { NumberField, SelectField, TextField, TextsField, WordsField } from '~/entities/form/fields';
import { FieldGrid, FieldRows, FormSection } from '~/entities/form/layout';
import { CodeField } from '~/entities/form/more-fields';
import { PickerField } from '~/entities/pickers/picker-field';
import { DetailPage } from '~/entities/record/detail-page';
import { RecordForm } from '~/entities/record/record-form';
import { useMe } from '~/entities/session';
import { PageHead } from '~/ui/page';
import { type Person, people } from './api';
import { useT } from './t';

export function NewPersonPage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <PersonForm />
    </>
  );
}

export function EditPersonPage({ id }: { id: string }) {
  const t = useT();
  return (
    <DetailPage resource={people} id={id}>
      {person => (
        <>
          <PageHead title={t('edit.title', { name: person.name })} />
          <PersonForm person={person} />
        </>
      )}
    </DetailPage>
  );
}

function PersonForm({ person }: { person?: Person }) {
  const t = useT();
  const navigate = useNavigate();
  const { unit_id } = useMe();
  const show = (id: string) => navigate({ to: '/people/$id', params: { id } });
  return (
    <RecordForm
      resource={people}
      limits={limits.PersonCreate}
      initial={{ kind: 'student', unit_id: unit_id ?? '' }}
      {...(person && { record: person })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (person ? show(person.id) : navigate({ to: '/people' }))}
    >
      <FormSection title={t('section.who')}>
        <FieldGrid>
          <TextField name="name" hint={t('hint.name')} />
          <TextField name="passport_name" hint={t('hint.passport_name')} />
          <SelectField name="kind" />
          <CodeField name="citizenship" list="countries" />
          <TextField name="email" type="email" />
          <TextField name="phone" type="tel" hint={t('hint.phone')} />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.work')}>
        <FieldGrid>
          <PickerField name="unit_id" kind="unit" />
          <TextField name="degree" />
        </FieldGrid>
        <Work />
      </FormSection>
      <FormSection title={t('section.languages')}>
        <FieldRows name="languages" add={t('add.language')}>
          {prefix => (
            <FieldGrid>
              <CodeField name={`${prefix}language`} list="languages" />
              <CodeField name={`${prefix}level`} list="cefr" />
            </FieldGrid>
          )}
        </FieldRows>
      </FormSection>
      <FormSection title={t('section.more')}>
        <WordsField name="tags" />
      </FormSection>
    </RecordForm>
  );
}

/** A student has a programme, others a position; what is entered already stays in sight. */
function Work() {
  const [kind, programme, position] = useWatch({ name: ['kind', 'programme', 'position'] });
  const student = kind === 'student';
  return (
    <>
      {(student || programme) && (
        <>
          <TextsField name="programme" />
          <FieldGrid>
            <NumberField name="study_year" />
          </FieldGrid>
        </>
      )}
      {(!student || position) && <TextsField name="position" />}
    </>
  );
}

import { limits } from '~/api/limits.gen';
import { DateField, SelectField, TextField } from '~/entities/form/fields';
import { FieldGrid, FieldRows, FormSection } from '~/entities/form/layout';
import { CodeField } from '~/entities/form/more-fields';
import { RecordForm } from '~/entities/record/record-form';
import { type IdentifiedPerson, identities } from './api';
import { useT } from './t';

/** Its drafts are not kept on the device: passports are nothing for a shared computer. */
export function IdentityForm({ person, onDone }: { person: IdentifiedPerson; onDone: () => void }) {
  const t = useT();
  return (
    <RecordForm
      resource={identities(person)}
      limits={limits.PersonIdentityCreate}
      record={person}
      onSaved={onDone}
      onCancel={onDone}
      drafts={false}
    >
      <FormSection title={t('tab.identity')}>
        <FieldGrid>
          <DateField name="birth_on" />
          <SelectField name="sex" />
          <TextField name="national_number" autoComplete="off" />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('field.documents')}>
        <FieldRows name="documents" add={t('add.document')} empty={{ kind: 'passport' }}>
          {prefix => (
            <FieldGrid>
              <SelectField name={`${prefix}kind`} words="document" />
              <TextField name={`${prefix}number`} autoComplete="off" />
              <CodeField name={`${prefix}country`} list="countries" />
              <DateField name={`${prefix}issued_on`} />
              <DateField name={`${prefix}expires_on`} />
            </FieldGrid>
          )}
        </FieldRows>
      </FormSection>
    </RecordForm>
  );
}

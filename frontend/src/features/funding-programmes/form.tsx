import { useNavigate } from '@tanstack/react-router';
import { limits } from '~/api/limits.gen';
import { SelectField, TextField, TextsField, WordsField } from '~/entities/form/fields';
import { FieldGrid, FormSection } from '~/entities/form/layout';
import { DetailPage } from '~/entities/record/detail-page';
import { RecordForm } from '~/entities/record/record-form';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { fundingProgrammes, type Programme } from './api';
import { useT } from './t';

export function NewProgrammePage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <ProgrammeForm />
    </>
  );
}

export function EditProgrammePage({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  return (
    <DetailPage resource={fundingProgrammes} id={id}>
      {programme => (
        <>
          <PageHead title={t('edit.title', { name: text(programme.names) })} />
          <ProgrammeForm programme={programme} />
        </>
      )}
    </DetailPage>
  );
}

function ProgrammeForm({ programme }: { programme?: Programme }) {
  const t = useT();
  const navigate = useNavigate();
  const show = (id: string) => navigate({ to: '/funding-programmes/$id', params: { id } });
  return (
    <RecordForm
      resource={fundingProgrammes}
      limits={limits.FundingProgrammeCreate}
      initial={{ names: {}, funder: {}, kind: 'grant' }}
      {...(programme && { record: programme })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (programme ? show(programme.id) : navigate({ to: '/funding-programmes' }))}
    >
      <FormSection title={t('section.name')}>
        <TextsField name="names" hint={t('form.texts_hint')} />
        <FieldGrid>
          <SelectField name="kind" />
          <TextField name="code" hint={t('hint.code')} />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.funder')}>
        <TextsField name="funder" hint={t('form.texts_hint')} />
        <FieldGrid>
          <TextField name="website" type="url" />
        </FieldGrid>
        <WordsField name="tags" />
      </FormSection>
    </RecordForm>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { limits } from '~/api/limits.gen';
import { SelectField, TextsField } from '~/entities/form/fields';
import { FieldGrid, FormSection } from '~/entities/form/layout';
import { PersonField } from '~/entities/pickers/person-field';
import { PickerField } from '~/entities/pickers/picker-field';
import { DetailPage } from '~/entities/record/detail-page';
import { RecordForm } from '~/entities/record/record-form';
import { useText } from '~/i18n/i18n';
import { PageHead } from '~/ui/page';
import { type Unit, units } from './api';
import { useT } from './t';
import type { NewUnitSearch } from './tabs';

export function NewUnitPage({ from }: { from: NewUnitSearch }) {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <UnitForm from={from} />
    </>
  );
}

export function EditUnitPage({ id }: { id: string }) {
  const t = useT();
  const text = useText();
  return (
    <DetailPage resource={units} id={id}>
      {unit => (
        <>
          <PageHead title={t('edit.title', { name: text(unit.names) })} />
          <UnitForm unit={unit} />
        </>
      )}
    </DetailPage>
  );
}

function UnitForm({ unit, from = {} }: { unit?: Unit; from?: NewUnitSearch }) {
  const t = useT();
  const navigate = useNavigate();
  const show = (id: string) => navigate({ to: '/settings/units/$id', params: { id } });
  return (
    <RecordForm
      resource={units}
      limits={limits.UnitCreate}
      initial={{ names: {}, kind: 'department', parent_id: from.parent_id ?? '' }}
      {...(unit && { record: unit })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (unit ? show(unit.id) : navigate({ to: '/settings/units' }))}
    >
      <FormSection title={t('section.name')}>
        <TextsField name="names" hint={t('form.texts_hint')} />
        <SelectField name="kind" />
      </FormSection>
      <FormSection title={t('section.place')}>
        <FieldGrid>
          <PickerField name="parent_id" kind="unit" hint={t('hint.parent')} />
          <PersonField name="head_id" />
        </FieldGrid>
      </FormSection>
    </RecordForm>
  );
}

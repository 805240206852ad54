import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { limits } from '~/api/limits.gen';
import { EducationField, LevelField } from '~/entities/form/education-fields';
import { DateField, SelectField, WordsField } from '~/entities/form/fields';
import { FieldGrid, FormSection } from '~/entities/form/layout';
import { AcademicYearField, CodeField, MoneyField } from '~/entities/form/more-fields';
import { PartnerField } from '~/entities/pickers/partner-field';
import { PersonField } from '~/entities/pickers/person-field';
import { PickerField } from '~/entities/pickers/picker-field';
import { RecordForm } from '~/entities/record/record-form';
import { useMe } from '~/entities/session';
import { partsOf, today } from '~/lib/day';
import { type Exchange, exchangeStudents } from './api';
import type { NewExchangeSearch } from './search';
import { useT } from './t';

/** The year begins on 1 September; in spring one plans the next. */
function comingYear(): string {
  const { year, month } = partsOf(today()) ?? { year: 2026, month: 9 };
  const first = month >= 3 ? year : year - 1;
  return `${first}/${first + 1}`;
}

export function ExchangeForm({ exchange, from = {} }: { exchange?: Exchange; from?: NewExchangeSearch }) {
  const t = useT();
  const navigate = useNavigate();
  const { unit_id } = useMe();
  const show = (id: string) => navigate({ to: '/exchange-students/$id', params: { id } });
  const initial = {
    person_id: from.person_id ?? '',
    partner_id: from.partner_id ?? '',
    agreement_id: from.agreement_id ?? '',
    unit_id: unit_id ?? '',
    direction: 'outgoing',
    kind: 'studies',
    status: 'applied',
    academic_year: comingYear(),
  };
  return (
    <RecordForm
      resource={exchangeStudents}
      limits={limits.ExchangeStudentCreate}
      initial={initial}
      {...(exchange && { record: exchange })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (exchange ? show(exchange.id) : navigate({ to: '/exchange-students' }))}
    >
      <FormSection title={t('section.who')}>
        <FieldGrid>
          <PersonField name="person_id" />
          <SelectField name="direction" />
          <PartnerField name="partner_id" />
          <AgreementField />
          <PickerField name="unit_id" kind="unit" />
          {exchange === undefined && <SelectField name="status" hint={t('hint.status')} />}
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.when')}>
        <FieldGrid>
          <AcademicYearField name="academic_year" />
          <SelectField name="term" />
          <DateField name="planned_from" />
          <DateField name="planned_to" />
          <RealDates />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.study')}>
        <FieldGrid>
          <SelectField name="kind" />
          <LevelField name="level" />
          <EducationField name="field" />
          <CodeField name="language" list="languages" />
          <PickerField name="funding_programme_id" kind="programme" />
          <MoneyField name="grant" />
        </FieldGrid>
        <WordsField name="tags" />
      </FormSection>
    </RecordForm>
  );
}

/** Only an agreement to which the partner is a party can carry the exchange. */
function AgreementField() {
  const t = useT();
  const partner: string | undefined = useWatch({ name: 'partner_id' });
  return (
    <PickerField
      name="agreement_id"
      kind="agreement"
      hint={t(partner ? 'hint.agreement' : 'hint.agreement_first')}
      among={partner ? { partner_id: [partner] } : undefined}
    />
  );
}

const begun = ['arrived', 'completed', 'recognised', 'cancelled'];
const ended = ['completed', 'recognised', 'cancelled'];

/** Real dates are there once the stay has begun, and once it has ended. */
function RealDates() {
  const status: unknown = useWatch({ name: 'status' });
  return (
    <>
      {begun.some(it => it === status) && <DateField name="actual_from" />}
      {ended.some(it => it === status) && <DateField name="actual_to" />}
    </>
  );
}

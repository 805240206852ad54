import { useNavigate } from '@tanstack/react-router';
import { useFormContext, useWatch } from 'react-hook-form';
import { limits } from '~/api/limits.gen';
import { SelectField, TextField } from '~/entities/form/fields';
import { FieldGrid, FormSection } from '~/entities/form/layout';
import { PersonField } from '~/entities/pickers/person-field';
import { PickerField } from '~/entities/pickers/picker-field';
import { DetailPage } from '~/entities/record/detail-page';
import { RecordForm } from '~/entities/record/record-form';
import { PageHead } from '~/ui/page';
import { type User, users } from './api';
import { useT } from './t';

export function NewUserPage() {
  const t = useT();
  return (
    <>
      <PageHead title={t('new.title')} />
      <UserForm />
    </>
  );
}

export function EditUserPage({ id }: { id: string }) {
  const t = useT();
  return (
    <DetailPage resource={users} id={id}>
      {user => (
        <>
          <PageHead title={t('edit.title', { name: user.name })} />
          <UserForm user={user} />
        </>
      )}
    </DetailPage>
  );
}

function UserForm({ user }: { user?: User }) {
  const t = useT();
  const navigate = useNavigate();
  const show = (id: string) => navigate({ to: '/settings/users/$id', params: { id } });
  return (
    <RecordForm
      resource={users}
      limits={limits.UserCreate}
      initial={{ role: 'officer' }}
      {...(user && { record: user })}
      onSaved={({ id }) => void show(id)}
      onCancel={() => void (user ? show(user.id) : navigate({ to: '/settings/users' }))}
    >
      <FormSection title={t('section.who')}>
        <FieldGrid>
          <TextField name="email" type="email" hint={user?.status === 'active' ? t('hint.owner') : t('hint.email')} />
          <TextField name="name" hint={user?.status === 'active' && t('hint.owner')} />
        </FieldGrid>
      </FormSection>
      <FormSection title={t('section.role')}>
        <RoleFields />
      </FormSection>
    </RecordForm>
  );
}

/** A coordinator works for a unit; a member is a person of the register. */
function RoleFields() {
  const t = useT();
  const { setValue } = useFormContext();
  const role: User['role'] = useWatch({ name: 'role' });
  const forgetUnit = (next: string) => {
    if (next !== 'coordinator') {
      setValue('unit_id', '', { shouldDirty: true });
    }
  };
  return (
    <>
      <FieldGrid>
        <SelectField name="role" words="role" onChoose={forgetUnit} />
        {role === 'coordinator' && <PickerField name="unit_id" kind="unit" hint={t('hint.unit')} />}
        <PersonField name="person_id" hint={t(role === 'member' ? 'hint.person_of_member' : 'hint.person')} />
      </FieldGrid>
      <p>{t(`role.may.${role}`)}</p>
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { asApiError, fieldFaults } from '~/api/problem';
import { changePassword, me, updateMe } from '~/api/session';
import { RecordText } from '~/entities/record-text';
import { useMe } from '~/entities/session';
import { useCommonT, useFormats, useLanguage } from '~/i18n/i18n';
import { languageNames, languages } from '~/i18n/languages';
import { setPreferences, usePreferences } from '~/lib/preferences';
import { Button } from '~/ui/button';
import { Card, Fact } from '~/ui/card';
import { Checkbox } from '~/ui/checkbox';
import { FormField } from '~/ui/form-field';
import { PageHead, Section, Stack } from '~/ui/page';
import { problemText } from '~/ui/problem-state';
import { useToast } from '~/ui/toast';
import styles from './account.module.css';
import { useT } from './t';

export function AccountPage() {
  const t = useT();
  const { user, institutions } = useMe();
  return (
    <>
      <PageHead title={t('title')} meta={user.email} />
      <Stack>
        <Section title={t('section.name')}>
          <NameForm key={user.name} name={user.name} />
        </Section>
        <Section title={t('section.look')}>
          <Look />
        </Section>
        <Section title={t('section.password')}>
          <PasswordForm email={user.email} />
        </Section>
        <Section title={t('section.roles')}>
          <Card>
            {institutions.map(it => (
              <Fact key={it.id} wide label={t(`user.role.${it.role}`)}>
                <RecordText of={it.names} />
              </Fact>
            ))}
          </Card>
        </Section>
      </Stack>
    </>
  );
}

/** What the server says of a field, or of the whole. */
function useFault(): (error: unknown) => string {
  const t = useCommonT();
  const { number } = useFormats();
  return error => fieldFaults(asApiError(error))[0]?.detail ?? problemText(error, t, number).detail;
}

function NameForm({ name }: { name: string }) {
  const t = useT();
  const toast = useToast();
  const queries = useQueryClient();
  const fault = useFault();
  const [text, setText] = useState(name);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      queries.setQueryData(me.queryKey, await updateMe({ name: text.trim() }));
      toast(t('toast.saved'));
    } catch (failure) {
      setError(fault(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={event => void submit(event)}>
      <FormField label={t('field.name')} error={error} hint={t('hint.name')}>
        {control => (
          <input
            {...control}
            required
            maxLength={200}
            autoComplete="name"
            value={text}
            onChange={event => setText(event.target.value)}
          />
        )}
      </FormField>
      <div>
        <Button type="submit" busy={busy}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  );
}

const themes = ['auto', 'light', 'dark'] as const;

/** Taken over at once; they follow the user to other devices. */
function Look() {
  const t = useT();
  const { language, setLanguage } = useLanguage();
  const { theme } = usePreferences();
  return (
    <div className={styles.form}>
      <FormField label={t('language.name')} hint={t('hint.look')}>
        {control => (
          <select
            {...control}
            value={language}
            onChange={event => setLanguage(languages.find(it => it === event.target.value) ?? language)}
          >
            {languages.map(it => (
              <option key={it} value={it} lang={it}>
                {languageNames[it]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t('theme.name')}>
        {control => (
          <select
            {...control}
            value={theme ?? 'auto'}
            onChange={({ target: { value } }) =>
              setPreferences({ theme: value === 'light' || value === 'dark' ? value : undefined })
            }
          >
            {themes.map(it => (
              <option key={it} value={it}>
                {t(`theme.${it}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </div>
  );
}

const LEAST = 8;

function PasswordForm({ email }: { email: string }) {
  const t = useT();
  const toast = useToast();
  const fault = useFault();
  const [shown, setShown] = useState(false);
  const [errors, setErrors] = useState<{ current?: string; next?: string }>({});
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => String(new FormData(form).get(name) ?? '');
    setBusy(true);
    setErrors({});
    try {
      await changePassword({ current_password: text('current_password'), new_password: text('new_password') });
      form.reset();
      toast(t('password.changed'));
    } catch (failure) {
      const ofNew = fieldFaults(asApiError(failure))[0]?.name === 'new_password';
      setErrors({ [ofNew ? 'next' : 'current']: fault(failure) });
    } finally {
      setBusy(false);
    }
  };
  const type = shown ? 'text' : 'password';
  return (
    <form className={styles.form} onSubmit={event => void submit(event)}>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <FormField label={t('field.current_password')} error={errors.current}>
        {control => <input {...control} type={type} name="current_password" required autoComplete="current-password" />}
      </FormField>
      <FormField label={t('field.new_password')} error={errors.next} hint={t('hint.password')}>
        {control => (
          <input
            {...control}
            type={type}
            name="new_password"
            required
            minLength={LEAST}
            maxLength={128}
            autoComplete="new-password"
          />
        )}
      </FormField>
      <Checkbox checked={shown} onChange={event => setShown(event.target.checked)}>
        {t('password.show')}
      </Checkbox>
      <div>
        <Button type="submit" busy={busy}>
          {t('password.change')}
        </Button>
      </div>
    </form>
  );
}

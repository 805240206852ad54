import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { asApiError, fieldFaults } from '~/api/problem';
import { acceptInvitation, me, signIn } from '~/api/session';
import { useFormats } from '~/i18n/i18n';
import { setPreferences } from '~/lib/preferences';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { FormField } from '~/ui/form-field';
import { PageHead } from '~/ui/page';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import styles from './invitation.module.css';
import { useT } from './t';

const LEAST = 8;

/** For somebody who was handed a link: they choose a password and are signed in with it. */
export function InvitationPage({ token, children }: { token: string; children: ReactNode }) {
  const t = useT();
  const { number } = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [failure, setFailure] = useState<{ field?: string; all?: string }>({});
  const [busy, setBusy] = useState(false);
  const refuse = (error: unknown) => {
    const fault = fieldFaults(asApiError(error))[0];
    const detail = fault?.detail ?? problemText(error, t, number).detail;
    setFailure(fault?.name === 'password' ? { field: detail } : { all: detail });
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setBusy(true);
    setFailure({});
    try {
      const { email, institution } = await acceptInvitation({ token, password });
      const session = await signIn({ email, password, institution });
      setPreferences({ institution });
      queries.clear();
      queries.setQueryData(me.queryKey, session);
      await navigate({ to: '/' });
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={styles.page}>
      <PageHead title={t('title')} />
      <p>{t('text')}</p>
      <form className={styles.form} onSubmit={event => void submit(event)}>
        <FormField label={t('password')} hint={t('hint')} error={failure.field}>
          {control => (
            <input
              {...control}
              name="password"
              type={shown ? 'text' : 'password'}
              required
              minLength={LEAST}
              maxLength={128}
              autoComplete="new-password"
            />
          )}
        </FormField>
        <Checkbox checked={shown} onChange={event => setShown(event.target.checked)}>
          {t('show')}
        </Checkbox>
        {failure.all && (
          <Notice tone="error">
            <p>{failure.all}</p>
          </Notice>
        )}
        <Button type="submit" look="primary" busy={busy}>
          {t('accept')}
        </Button>
      </form>
      {children}
    </main>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { me, signIn } from '~/api/session';
import { useCommonT, useFormats } from '~/i18n/i18n';
import { preferences, setPreferences } from '~/lib/preferences';
import { Button } from '~/ui/button';
import { FormField } from '~/ui/form-field';
import { LanguageLinks } from '~/ui/language-links';
import { PageHead } from '~/ui/page';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import { InstitutionField } from './institution-field';
import { Portals } from './portals';
import styles from './sign-in.module.css';

type SignInProps = {
  /** Where the user was going. */
  to: string | undefined;
  /** Whose portal they come from. */
  institution: string | undefined;
};

export function SignInPage({ to, institution }: SignInProps) {
  const t = useCommonT();
  const { number } = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const chosen = text('institution').toLowerCase();
    setBusy(true);
    setFailure(undefined);
    try {
      const session = await signIn({
        email: text('email'),
        password: String(form.get('password') ?? ''),
        institution: chosen,
      });
      setPreferences({ institution: chosen });
      queries.clear();
      queries.setQueryData(me.queryKey, session);
      // Only to a page of ours, whatever the address says.
      await navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/' });
    } catch (error) {
      setFailure(problemText(error, t, number).detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={styles.page}>
      <PageHead title={t('sign_in.title')} meta={t('sign_in.text')} />
      <form className={styles.form} onSubmit={event => void submit(event)}>
        <InstitutionField last={institution ?? preferences().institution} />
        <FormField label={t('sign_in.email')}>
          {control => <input {...control} name="email" type="email" required autoComplete="username" />}
        </FormField>
        <FormField label={t('sign_in.password')}>
          {control => <input {...control} name="password" type="password" required autoComplete="current-password" />}
        </FormField>
        {failure && (
          <Notice tone="error">
            <p>{failure}</p>
          </Notice>
        )}
        <Button type="submit" look="primary" busy={busy}>
          {t('action.sign_in')}
        </Button>
      </form>
      <footer className={styles.foot}>
        <LanguageLinks />
        <Portals />
      </footer>
    </main>
  );
}

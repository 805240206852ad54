import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { me, signIn } from '~/api/session';
import { offerSignIn } from '~/api/sign-in-again';
import { useMe } from '~/entities/session';
import { useCommonT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Dialog, DialogActions } from '~/ui/dialog';
import { FormField } from '~/ui/form-field';
import { problemText } from '~/ui/problem-state';

/** Over the page whose session has ended: the page and what was typed in it stay, and the request is sent once more. */
export function SignInAgain() {
  const t = useCommonT();
  const { number } = useFormats();
  const queries = useQueryClient();
  const { user, institution } = useMe();
  const [answer, setAnswer] = useState<(signedIn: boolean) => void>();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => offerSignIn(() => new Promise(resolve => setAnswer(() => resolve))), []);
  if (answer === undefined) {
    return null;
  }
  const finish = (signedIn: boolean) => {
    setAnswer(undefined);
    setPassword('');
    setError(undefined);
    answer(signedIn);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      queries.setQueryData(me.queryKey, await signIn({ email: user.email, password, institution: institution.slug }));
      finish(true);
    } catch (failure) {
      setError(problemText(failure, t, number).detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('sign_in.again.title')} onClose={() => finish(false)}>
      <form onSubmit={event => void submit(event)}>
        <p>{t('sign_in.again.text')}</p>
        <input type="hidden" name="email" autoComplete="username" value={user.email} />
        <FormField label={t('sign_in.password')} error={error}>
          {control => (
            <input
              {...control}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={event => setPassword(event.target.value)}
            />
          )}
        </FormField>
        <DialogActions>
          <Button onClick={() => finish(false)}>{t('action.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('action.sign_in')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

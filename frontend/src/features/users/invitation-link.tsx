import { useRef, useState } from 'react';
import { useAct } from '~/entities/record/archive';
import { useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Dialog, DialogActions } from '~/ui/dialog';
import { FormField } from '~/ui/form-field';
import { Notice } from '~/ui/states';
import { useToast } from '~/ui/toast';
import { type Invitation, invite } from './api';
import { useT } from './t';

/** For a user without a password: the link with which they choose one. The server tells it once. */
export function InvitationLink({ id }: { id: string }) {
  const t = useT();
  const act = useAct();
  const [invitation, setInvitation] = useState<Invitation>();
  return (
    <Notice tone="note">
      <p>{t('invitation.needed')}</p>
      <div>
        <Button onClick={() => void act(async () => setInvitation(await invite(id)))}>{t('invitation.make')}</Button>
      </div>
      {invitation && <LinkDialog invitation={invitation} onClose={() => setInvitation(undefined)} />}
    </Notice>
  );
}

function LinkDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const { instant } = useFormats();
  const ref = useRef<HTMLInputElement>(null);
  const copy = async () => {
    ref.current?.select();
    try {
      await navigator.clipboard.writeText(invitation.url);
      toast(t('invitation.copied'));
    } catch {
      // The link is selected: the keyboard copies it where the browser does not let us.
      toast(t('invitation.copy_by_hand'));
    }
  };
  return (
    <Dialog title={t('invitation.title')} onClose={onClose}>
      <p>{t('invitation.text', { at: instant(invitation.expires_at) })}</p>
      <FormField label={t('invitation.link')}>
        {control => (
          <input
            {...control}
            ref={ref}
            readOnly
            value={invitation.url}
            onFocus={event => event.currentTarget.select()}
          />
        )}
      </FormField>
      <DialogActions>
        <Button onClick={onClose}>{t('action.close')}</Button>
        <Button look="primary" onClick={() => void copy()}>
          {t('invitation.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

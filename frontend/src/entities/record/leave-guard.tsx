import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useCommonT } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Dialog, DialogActions } from '~/ui/dialog';

type Props = { dirty: boolean; allowed: RefObject<boolean>; kept: boolean };

/** Asks before unsaved changes are left behind. */
export function LeaveGuard({ dirty, allowed, kept }: Props) {
  const t = useCommonT();
  const blocked = () => dirty && !allowed.current;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: blocked,
    enableBeforeUnload: blocked,
    withResolver: true,
  });
  if (status !== 'blocked') {
    return null;
  }
  return (
    <Dialog title={t('leave.title')} onClose={reset}>
      <p>{t(kept ? 'leave.text' : 'leave.lost')}</p>
      <DialogActions>
        <Button onClick={proceed}>{t('leave.go')}</Button>
        <Button look="primary" onClick={reset}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

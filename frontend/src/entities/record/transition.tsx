import { useRef, useState } from 'react';
import type { AllowedTransition } from '~/api/resource';
import { type Move, newKey, type RecordOf, type Resource, type ResourceName } from '~/api/resource';
import { useCommonT, useFeatureT } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { DateInput } from '~/ui/date-input';
import { Dialog, DialogActions } from '~/ui/dialog';
import { FormField } from '~/ui/form-field';
import { MenuItem, Popover } from '~/ui/menu';
import { useAct } from './archive';

type Staged = { allowed_transitions: AllowedTransition[] };

type MenuProps<N extends ResourceName> = {
  resource: Resource<N>;
  record: RecordOf<N> & Staged;
  name: string;
  /** The state that asks for the day it came about, such as `signed`. */
  dated?: readonly string[];
  look?: 'primary';
};

/** The states that a record can move to, with the reason where one is barred. */
export function MoveMenu<N extends ResourceName>({ resource, record, name, dated, look }: MenuProps<N>) {
  const t = useFeatureT(resource.name);
  const common = useCommonT();
  const [to, setTo] = useState<string>();
  if (record.allowed_transitions.length === 0) {
    return null;
  }
  return (
    <>
      <Popover label={common('action.move')} look={look} end>
        {() =>
          record.allowed_transitions.map(({ to, allowed, reason }) => (
            <MenuItem key={to} disabled={!allowed} note={reason && t(`reason.${reason}`)} onClick={() => setTo(to)}>
              {t(`move.${to}`)}
            </MenuItem>
          ))
        }
      </Popover>
      {to !== undefined && (
        <MoveDialog
          resource={resource}
          record={record}
          name={name}
          to={to}
          dated={dated}
          onClose={() => setTo(undefined)}
        />
      )}
    </>
  );
}

type DialogProps<N extends ResourceName> = {
  resource: Resource<N>;
  record: RecordOf<N>;
  name: string;
  to: string;
  dated?: readonly string[] | undefined;
  onClose: () => void;
};

/** Moves after a word on why, which stays in the history. */
export function MoveDialog<N extends ResourceName>({
  resource,
  record,
  name,
  to,
  dated = [],
  onClose,
}: DialogProps<N>) {
  const t = useFeatureT(resource.name);
  const common = useCommonT();
  const act = useAct();
  const key = useRef(newKey());
  const [comment, setComment] = useState('');
  const [on, setOn] = useState('');
  const [busy, setBusy] = useState(false);
  const move = async () => {
    setBusy(true);
    const body: Move = { to, ...(comment.trim() && { comment: comment.trim() }), ...(on && { on }) };
    const moved = await act(
      () => resource.move(record, body, key.current),
      common('toast.moved', { name, stage: t(`${stageWord(record)}.${to}`) }),
    );
    setBusy(false);
    if (moved) {
      onClose();
    } else {
      // Another try may say something else.
      key.current = newKey();
    }
  };
  return (
    <Dialog title={t(`move.${to}`)} onClose={onClose}>
      <p>{name}</p>
      {dated.includes(to) && (
        <FormField label={common('move.on')} hint={common('move.on_hint')}>
          {control => <DateInput control={control} value={on} onChange={setOn} />}
        </FormField>
      )}
      <FormField label={common('move.comment')} hint={common('move.comment_hint')}>
        {control => (
          <textarea {...control} maxLength={1000} value={comment} onChange={event => setComment(event.target.value)} />
        )}
      </FormField>
      <DialogActions>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button look="primary" busy={busy} onClick={() => void move()}>
          {t(`move.${to}`)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Instruments have a stage, exchanges and projects a status. */
const stageWord = (record: object) => ('stage' in record ? 'stage' : 'status');

import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, type RecordOf, type Resource, type ResourceName } from '~/api/resource';
import { useCommonT } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { useAct } from './archive';

type Props<N extends ResourceName> = { resource: Resource<N>; record: RecordOf<N> };

const UNDO_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Takes back a move made by mistake: offered while it was the last thing that happened, and not long ago. */
export function UndoMoveButton<N extends ResourceName>({ resource, record }: Props<N>) {
  const t = useCommonT();
  const act = useAct();
  const key = useRef(newKey());
  const { data } = useQuery(resource.history(record.id));
  const last = data?.items[0];
  if (
    last?.action !== 'transitioned' ||
    last.version !== record.version ||
    Date.now() - Date.parse(last.at) > UNDO_WITHIN_MS
  ) {
    return null;
  }
  const undo = async () => {
    await act(() => resource.undo(record, key.current), t('toast.undone'));
    key.current = newKey();
  };
  return <Button onClick={() => void undo()}>{t('action.undo_move')}</Button>;
}

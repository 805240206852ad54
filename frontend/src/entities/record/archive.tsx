import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asApiError } from '~/api/problem';
import type { RecordOf, Resource, ResourceName } from '~/api/resource';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Dialog, DialogActions } from '~/ui/dialog';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import { useToast } from '~/ui/toast';
import styles from './record.module.css';

/** Runs a write, brings what is on the screen up to date, and tells what went wrong. */
export function useAct() {
  const queries = useQueryClient();
  const t = useCommonT();
  const { number } = useFormats();
  const toast = useToast();
  return async (act: () => Promise<unknown>, done?: string, undo?: () => void): Promise<boolean> => {
    try {
      await act();
      if (done !== undefined) {
        toast(done, undo);
      }
      return true;
    } catch (error) {
      const { status, problem } = asApiError(error);
      toast(status === 412 ? t('error.changed') : (problem?.detail ?? problemText(error, t, number).detail));
      return false;
    } finally {
      // A write may change what other records show.
      await queries.invalidateQueries();
    }
  };
}

/** Archiving makes a version; undo needs the newest. */
async function restoreNewest<N extends ResourceName>(
  resource: Resource<N>,
  id: string,
  queries: ReturnType<typeof useQueryClient>,
): Promise<void> {
  const newest = await queries.fetchQuery({ ...resource.detail(id), staleTime: 0 });
  await resource.restore(newest);
}

type Props<N extends ResourceName> = { resource: Resource<N>; record: RecordOf<N>; name: string };

/** Asks once, naming the record, in the words of the feature where it has its own; the toast takes it back. */
export function ArchiveButton<N extends ResourceName>({ resource, record, name }: Props<N>) {
  const t = useFeatureT(resource.name);
  const act = useAct();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const undo = () => void act(() => restoreNewest(resource, record.id, queries), t('toast.restored', { name }));
  const archive = () => {
    setAsking(false);
    void act(() => resource.archive(record), t('toast.archived', { name }), undo);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('action.archive')}</Button>
      {asking && (
        <Dialog title={t('archive.title', { name })} onClose={() => setAsking(false)}>
          <p>{t('archive.text')}</p>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{t('action.cancel')}</Button>
            <Button look="danger" onClick={archive}>
              {t('action.archive')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}

/** Stands above an archived record, with the way back. */
export function ArchivedNotice<N extends ResourceName>({ resource, record, name, may }: Props<N> & { may: boolean }) {
  const t = useFeatureT(resource.name);
  const { instant } = useFormats();
  const act = useAct();
  if (record.archived_at === undefined) {
    return null;
  }
  return (
    <Notice tone="note">
      <p>{t('archive.notice', { at: instant(record.archived_at) })}</p>
      {may && (
        <div>
          <Button look="plain" onClick={() => void act(() => resource.restore(record), t('toast.restored', { name }))}>
            {t('action.restore')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

type ManyProps<N extends ResourceName> = { resource: Resource<N>; records: readonly RecordOf<N>[]; onDone: () => void };

export function ArchiveMany<N extends ResourceName>({ resource, records, onDone }: ManyProps<N>) {
  const t = useCommonT();
  const act = useAct();
  const queries = useQueryClient();
  const live = records.filter(it => it.archived_at === undefined);
  const one = (work: (record: RecordOf<N>) => Promise<unknown>) => async () => {
    for (const record of live) {
      await work(record);
    }
  };
  const undo = () =>
    void act(
      one(it => restoreNewest(resource, it.id, queries)),
      t('toast.restored_many', { count: live.length }),
    );
  const archive = async () => {
    if (await act(one(resource.archive), t('toast.archived_many', { count: live.length }), undo)) {
      onDone();
    }
  };
  return (
    <div className={styles.bar} role="status">
      {t('table.selected', { count: records.length })}
      <Button look="danger" disabled={live.length === 0} onClick={() => void archive()}>
        {t('action.archive')}
      </Button>
      <Button look="plain" onClick={onDone}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Resource } from '~/api/resource';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { Dialog, DialogActions } from '~/ui/dialog';
import { differences } from './difference';
import { FieldValue } from './field-value';
import styles from './record.module.css';

type Props = {
  resource: Pick<Resource, 'name' | 'history'>;
  id: string;
  base: FieldValues;
  mine: FieldValues;
  theirs: FieldValues;
  onClose: () => void;
  onResolved: (values: FieldValues) => void;
};

/** Somebody saved first. What only they changed is taken over; where both did, one is chosen. */
export function ConflictDialog({ resource, id, base, mine, theirs, onClose, onResolved }: Props) {
  const t = useCommonT();
  const feature = useFeatureT(resource.name);
  const { instant } = useFormats();
  const { data: history } = useQuery({ ...resource.history(id), staleTime: 0 });
  const changed = differences(base, mine, theirs);
  const [keepMine, setKeepMine] = useState<ReadonlySet<string>>(
    () => new Set(changed.filter(it => it.both).map(it => it.field)),
  );
  const last = history?.items[0];
  const choose = (field: string, own: boolean) =>
    setKeepMine(now => new Set(own ? [...now, field] : [...now].filter(it => it !== field)));
  const resolve = () => {
    const taken = changed.filter(it => !keepMine.has(it.field)).map(it => [it.field, it.theirs] as const);
    onResolved({ ...mine, ...Object.fromEntries(taken) });
  };
  return (
    <Dialog title={t('conflict.title')} wide onClose={onClose}>
      <p>
        {last
          ? t('conflict.by', { name: last.actor_name ?? t('history.system'), at: instant(last.at) })
          : t('conflict.text')}
      </p>
      {changed.map(({ field, both, mine, theirs }) => (
        <fieldset key={field} className={styles.change}>
          <legend>{feature(`field.${field}`)}</legend>
          {both ? (
            <>
              <Checkbox type="radio" name={field} checked={keepMine.has(field)} onChange={() => choose(field, true)}>
                {t('conflict.mine')}: <FieldValue field={field} value={mine} t={feature} />
              </Checkbox>
              <Checkbox type="radio" name={field} checked={!keepMine.has(field)} onChange={() => choose(field, false)}>
                {t('conflict.theirs')}: <FieldValue field={field} value={theirs} t={feature} />
              </Checkbox>
            </>
          ) : (
            <p>
              {t('conflict.taken')}: <FieldValue field={field} value={theirs} t={feature} />
            </p>
          )}
        </fieldset>
      ))}
      <DialogActions>
        <Button onClick={onClose}>{t('action.back_to_form')}</Button>
        <Button look="primary" onClick={resolve}>
          {t('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { asApiError } from '~/api/problem';
import { newKey, type RecordOf, resource } from '~/api/resource';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Dialog, DialogActions } from '~/ui/dialog';
import { FormField } from '~/ui/form-field';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import { useMe } from '../session';

const people = resource('people');
const kinds = ['student', 'staff', 'external'] as const satisfies readonly RecordOf<'people'>['kind'][];

type Props = { name: string; onClose: () => void; onMade: (id: string) => void };

/** The least that makes a person; the rest is filled in on their own page. */
export function NewPersonDialog({ name, onClose, onMade }: Props) {
  const t = useCommonT();
  const words = useFeatureT('people');
  const { number } = useFormats();
  // What a coordinator enters belongs to their unit.
  const { unit_id } = useMe();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const [text, setText] = useState(name);
  const [kind, setKind] = useState<(typeof kinds)[number]>('student');
  const [failure, setFailure] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A form inside of a form, as React sees it: the outer one is not to be sent.
    event.stopPropagation();
    try {
      const made = await people.create({ name: text.trim(), kind, ...(unit_id && { unit_id }) }, key.current);
      await queries.invalidateQueries();
      onMade(made.id);
    } catch (error) {
      key.current = newKey();
      setFailure(asApiError(error).problem?.errors?.[0]?.detail ?? problemText(error, t, number).detail);
    }
  };
  return (
    <Dialog title={t('combobox.create', { name })} onClose={onClose}>
      <form onSubmit={event => void submit(event)}>
        <FormField label={words('field.name')} hint={words('hint.name')}>
          {control => (
            <input {...control} required maxLength={200} value={text} onChange={event => setText(event.target.value)} />
          )}
        </FormField>
        <FormField label={words('field.kind')}>
          {control => (
            <select
              {...control}
              value={kind}
              onChange={event => setKind(kinds.find(it => it === event.target.value) ?? kind)}
            >
              {kinds.map(it => (
                <option key={it} value={it}>
                  {words(`kind.${it}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {failure && (
          <Notice tone="error">
            <p>{failure}</p>
          </Notice>
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('action.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { asApiError } from '~/api/problem';
import { newKey, resource } from '~/api/resource';
import { useCommonT, useFormats, useLanguage } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Dialog, DialogActions } from '~/ui/dialog';
import { FormField } from '~/ui/form-field';
import { problemText } from '~/ui/problem-state';
import { Notice } from '~/ui/states';
import { useCodeOptions } from '../form/more-fields';

const partners = resource('partners');

/** The least that makes a partner; the rest is filled in on its own page. */
export function NewPartnerDialog({
  name,
  onClose,
  onMade,
}: {
  name: string;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const t = useCommonT();
  const { number } = useFormats();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const countries = useCodeOptions('countries');
  const key = useRef(newKey());
  const [text, setText] = useState(name);
  const [country, setCountry] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A form inside of a form, as React sees it: the outer one is not to be sent.
    event.stopPropagation();
    setBusy(true);
    try {
      const made = await partners.create(
        { names: { [language]: text.trim() }, country, kind: 'university' },
        key.current,
      );
      await queries.invalidateQueries();
      onMade(made.id);
    } catch (error) {
      key.current = newKey();
      setBusy(false);
      setFailure(asApiError(error).problem?.errors?.[0]?.detail ?? problemText(error, t, number).detail);
    }
  };
  return (
    <Dialog title={t('combobox.create', { name })} onClose={onClose}>
      <form onSubmit={event => void submit(event)}>
        <FormField label={`${t('field.names')}, ${t(`language.${language}`).toLowerCase()}`}>
          {control => (
            <input {...control} required maxLength={500} value={text} onChange={event => setText(event.target.value)} />
          )}
        </FormField>
        <FormField label={t('field.country')}>
          {control => (
            <select {...control} required value={country} onChange={event => setCountry(event.target.value)}>
              <option value="">{t('form.choose')}</option>
              {countries.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
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
          <Button type="submit" look="primary" busy={busy}>
            {t('action.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

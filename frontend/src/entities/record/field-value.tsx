import { useCodeLabel } from '~/api/code-lists';
import { useCommonT, useFormats, useText } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';
import type { Names } from './references';

type Props = { field: string; value: unknown; t: (key: string) => string; names: Names };

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const NOTHING = '—';

/** Of several values, those that are there. */
const all = (values: readonly string[], between: string) =>
  values.filter(it => it !== NOTHING).join(between) || NOTHING;

/** Any value of any field in words, for histories and conflicts. */
export function FieldValue({ field, value, t, names }: Props) {
  const show = useShow(t, names);
  return <span>{show(field, value)}</span>;
}

function useShow(t: (key: string) => string, names: Names): (field: string, value: unknown) => string {
  const common = useCommonT();
  const { date, number } = useFormats();
  const text = useText();
  const country = useCodeLabel('countries');
  const show = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === '') {
      return NOTHING;
    }
    if (typeof value === 'boolean') {
      return common(value ? 'answer.yes' : 'answer.no');
    }
    if (typeof value === 'number') {
      return field.endsWith('year') ? String(value) : number(value);
    }
    if (Array.isArray(value)) {
      return all(
        value.map(it => show(field, it)),
        '; ',
      );
    }
    if (typeof value === 'object') {
      return textLanguages.some(language => language in value)
        ? text(value)
        : all(
            Object.entries(value).map(([key, it]) => show(key, it)),
            ', ',
          );
    }
    return word(field, String(value));
  };
  const word = (field: string, value: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      return date(value);
    }
    if (field === 'country' || field === 'citizenship') {
      return country(value);
    }
    if (ID.test(value)) {
      return names.get(value) ?? `…${value.slice(-6)}`;
    }
    const key = `${field}.${value}`;
    const label = t(key);
    return label === key ? value : label;
  };
  return show;
}

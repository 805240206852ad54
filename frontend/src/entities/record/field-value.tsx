import { useCodeLabel } from '~/api/code-lists';
import { useCommonT, useFormats, useText } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';

type Props = { field: string; value: unknown; t: (key: string) => string };

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Any value of any field in words, for histories and conflicts. */
export function FieldValue({ field, value, t }: Props) {
  const show = useShow(t);
  return <span>{show(field, value)}</span>;
}

function useShow(t: (key: string) => string): (field: string, value: unknown) => string {
  const common = useCommonT();
  const { date, number } = useFormats();
  const text = useText();
  const country = useCodeLabel('countries');
  const show = (field: string, value: unknown): string => {
    if (value === undefined || value === null || value === '') {
      return '—';
    }
    if (typeof value === 'boolean') {
      return common(value ? 'answer.yes' : 'answer.no');
    }
    if (typeof value === 'number') {
      return field.endsWith('year') ? String(value) : number(value);
    }
    if (Array.isArray(value)) {
      return value.map(it => show(field, it)).join('; ') || '—';
    }
    if (typeof value === 'object') {
      return textLanguages.some(language => language in value)
        ? text(value)
        : Object.entries(value)
            .map(([key, it]) => show(key, it))
            .join(', ');
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
      return `…${value.slice(-6)}`;
    }
    const key = `${field}.${value}`;
    const label = t(key);
    return label === key ? value : label;
  };
  return show;
}

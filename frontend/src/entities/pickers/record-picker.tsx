import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { type Resource, resource } from '~/api/resource';
import { useText } from '~/i18n/i18n';
import type { Text } from '~/i18n/languages';
import type { Option } from '~/ui/combobox';
import type { ControlProps } from '~/ui/form-field';

const Combobox = lazy(() => import('~/ui/combobox').then(({ Combobox }) => ({ default: Combobox })));

// What can be picked, and the members that name it.
const pickable = {
  partner: { resource: resource('partners'), fields: ['names', 'country', 'city'] },
  person: { resource: resource('people'), fields: ['name', 'kind'] },
  unit: { resource: resource('units'), fields: ['names', 'kind'] },
  agreement: { resource: resource('agreements'), fields: ['title', 'number'] },
  programme: { resource: resource('funding-programmes'), fields: ['names', 'code'] },
} as const;

export type PickerKind = keyof typeof pickable;
type Named = {
  id: string;
  names?: Text;
  title?: Text;
  name?: string;
  number?: string;
  code?: string;
  country?: string;
  city?: string;
};

const SHOWN = 20;

function useOption(): (record: Named) => Option {
  const text = useText();
  return ({ id, names, title, name, number, code, city, country }) => ({
    value: id,
    label: name ?? text(names ?? title),
    note: [number, code, city, country].filter(Boolean).join(', '),
  });
}

function queryOf(kind: PickerKind, query: Record<string, unknown>) {
  const { resource, fields } = pickable[kind];
  // The three lists answer alike as far as it matters here.
  return (resource as Resource<'partners'>).list({ fields, limit: SHOWN, ...query } as never);
}

type PickerProps = {
  kind: PickerKind;
  control: ControlProps;
  value: string;
  onChange: (id: string) => void;
  onCreate?: ((name: string) => void) | undefined;
  /** What the list is narrowed to. */
  among?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** A record by its id, found by words. */
export function RecordPicker({ kind, control, value, onChange, onCreate, among }: PickerProps) {
  const [query, setQuery] = useState('');
  const q = useDeferredValue(query.trim());
  const option = useOption();
  const { data, isFetching } = useQuery(queryOf(kind, { q: q || undefined, ...among }));
  const { data: chosen } = useQuery({ ...queryOf(kind, { id: [value] }), enabled: value !== '' });
  const selected = chosen?.items.find(it => it.id === value);
  return (
    <Suspense fallback={<input {...control} disabled />}>
      <Combobox
        key={selected?.id ?? ''}
        control={control}
        selected={value !== '' && selected ? option(selected) : undefined}
        options={(data?.items ?? []).map(option)}
        loading={isFetching}
        onQuery={setQuery}
        onSelect={it => onChange(it?.value ?? '')}
        onCreate={onCreate}
      />
    </Suspense>
  );
}

/** What a record is called. */
export function RecordName({ kind, id }: { kind: PickerKind; id: string }) {
  const option = useOption();
  const { data } = useQuery({ ...queryOf(kind, { id: [id] }), enabled: id !== '' });
  const found = data?.items.find(it => it.id === id);
  return found ? option(found).label : '…';
}

import { useQueries } from '@tanstack/react-query';
import { type ResourceName, resource } from '~/api/resource';
import { useText } from '~/i18n/i18n';
import type { Text } from '~/i18n/languages';

/** The members that name other records, and the members that those are called by. */
const kinds: Readonly<Record<string, ResourceName>> = {
  agreement_id: 'agreements',
  funding_programme_id: 'funding-programmes',
  head_id: 'people',
  lead_id: 'people',
  merged_into_id: 'partners',
  parent_id: 'units',
  partner_id: 'partners',
  person_id: 'people',
  unit_id: 'units',
};
const own = ['predecessor_id', 'amends_id'];
const called: Readonly<Partial<Record<ResourceName, readonly string[]>>> = {
  agreements: ['title', 'number'],
  memoranda: ['title', 'number'],
  partners: ['names'],
  people: ['name'],
  units: ['names'],
  'funding-programmes': ['names'],
};

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** So many ids may be asked for at once. */
const MOST = 100;

export type Names = ReadonlyMap<string, string>;
type Named = { id: string; names?: Text; title?: Text; name?: string; number?: string };

/** The ids within the values, by the kind of record that they name. */
export function referencesIn(resource: ResourceName, values: Iterable<readonly [string, unknown]>) {
  const found = new Map<ResourceName, Set<string>>();
  const visit = (field: string, value: unknown) => {
    if (typeof value === 'string') {
      const kind = own.includes(field) ? resource : kinds[field];
      if (kind !== undefined && ID.test(value)) {
        found.set(kind, (found.get(kind) ?? new Set()).add(value));
      }
    } else if (Array.isArray(value)) {
      for (const it of value) {
        visit(field, it);
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [name, it] of Object.entries(value)) {
        visit(name, it);
      }
    }
  };
  for (const [field, value] of values) {
    visit(field, value);
  }
  return found;
}

/** What the records are called that the values name: one request for each kind of record. */
export function useNames(name: ResourceName, values: Iterable<readonly [string, unknown]>): Names {
  const text = useText();
  const queries = [...referencesIn(name, values)].flatMap(([kind, ids]) =>
    batches([...ids].sort()).map(id => ({
      // The lists answer alike as far as it matters here.
      ...resource(kind as 'partners').list({ id, fields: called[kind], archived: 'include', limit: MOST } as never),
      placeholderData: undefined,
    })),
  );
  const answers = useQueries({ queries });
  const records = answers.flatMap(({ data }) => (data?.items ?? []) as Named[]);
  return new Map(
    records.map(({ id, names, title, name, number }) => [
      id,
      [name ?? text(names ?? title), number && `(${number})`].filter(Boolean).join(' '),
    ]),
  );
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST) }, (_, n) => ids.slice(n * MOST, (n + 1) * MOST));
}

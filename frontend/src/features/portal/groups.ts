import type { CountryCount, Instrument, Project } from './api';

export type Group<Item> = { key: string; items: readonly Item[] };

/** Under every country that it has a partner in, as the counts have it, and in their order. */
export function byCountry(items: readonly Instrument[], counts: readonly CountryCount[]): Group<Instrument>[] {
  const groups = new Map<string, Instrument[]>(counts.map(it => [it.country, []]));
  for (const item of items) {
    for (const country of new Set(item.partners.map(it => it.country))) {
      const known = groups.get(country) ?? [];
      groups.set(country, [...known, item]);
    }
  }
  return [...groups].filter(([, found]) => found.length > 0).map(([key, found]) => ({ key, items: found }));
}

/** The server has them by programme already. */
export function byProgramme(items: readonly Project[]): Group<Project>[] {
  const groups = new Map<string, Project[]>();
  for (const item of items) {
    const key = JSON.stringify(item.programme_names);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, found]) => ({ key, items: found }));
}

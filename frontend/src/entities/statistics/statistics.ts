import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '~/api/client';
import type { components } from '~/api/schema.gen';
import type { Day } from '~/lib/day';

export type Statistics = components['schemas']['Statistics'];

/** The figures of the institution on a day, today if none. */
export function statistics(asOf?: Day) {
  return queryOptions({
    queryKey: ['statistics', asOf],
    queryFn: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/statistics', { params: { query: asOf === undefined ? {} : { as_of: asOf } }, signal }),
      ),
  });
}

/** How many records have a word. */
export function countOf(counts: Statistics['partners_by_stage'], word: string): number {
  return counts.find(it => it.word === word)?.count ?? 0;
}

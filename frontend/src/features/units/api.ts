import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '~/api/client';
import { type RecordOf, resource } from '~/api/resource';

export const units = resource('units');

export type Unit = RecordOf<'units'>;

const AT_ONCE = 200;

/** All of them, page after page, sorted by name: a tree is no tree in parts. */
async function readAll(archived: boolean, signal: AbortSignal): Promise<Unit[]> {
  const all: Unit[] = [];
  let cursor: string | undefined;
  do {
    const query = {
      sort: ['name' as const],
      expand: ['head' as const],
      limit: AT_ONCE,
      ...(archived && { archived: 'include' as const }),
      ...(cursor !== undefined && { cursor }),
    };
    const page = await bodyOf(client.GET('/api/v1/units', { params: { query }, signal }));
    all.push(...(page.items as Unit[]));
    cursor = page.page.next_cursor;
  } while (cursor !== undefined);
  return all;
}

export function allUnits(archived: boolean) {
  return queryOptions({
    queryKey: ['units', 'all', archived],
    queryFn: ({ signal }) => readAll(archived, signal),
    placeholderData: keepPreviousData,
  });
}

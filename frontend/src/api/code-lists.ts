import { queryOptions, useQuery } from '@tanstack/react-query';
import { useText } from '~/i18n/i18n';
import { bodyOf, client } from './client';
import type { components } from './schema.gen';

export type ListName = components['schemas']['ListName'];
export type CodeListItem = components['schemas']['CodeListItem'];

/** Never changes while the page is open. */
export function codeList(name: ListName) {
  return queryOptions({
    queryKey: ['code-lists', name],
    queryFn: () => bodyOf(client.GET('/api/v1/code-lists/{name}', { params: { path: { name } } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    select: list => new Map(list.items.map(item => [item.code, item])),
  });
}

/** What a code is called in the reader's language; the code itself until the list is here. */
export function useCodeLabel(name: ListName): (code: string | null | undefined) => string {
  const { data } = useQuery(codeList(name));
  const text = useText();
  return code => (code ? text(data?.get(code)?.labels) || code : '');
}

import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '~/api/client';
import type { components } from '~/api/schema.gen';

export type Listed = components['schemas']['ListedInstitution'];

/** More than these are no list to choose from. */
const MOST = 50;

/** The institutions to choose from; without the list one types the name, so it is asked for once. */
export const institutions = queryOptions({
  queryKey: ['public', 'institutions'],
  queryFn: ({ signal }) => bodyOf(client.GET('/api/v1/public/institutions', { signal })),
  retry: false,
  select: ({ items }) => (items.length > MOST ? [] : items),
});

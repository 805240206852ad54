import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from './client';
import type { components } from './schema.gen';

export type Me = components['schemas']['Me'];
export type SignIn = components['schemas']['SignIn'];

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => bodyOf(client.GET('/api/v1/me', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export function signIn(body: SignIn): Promise<Me> {
  return bodyOf(client.POST('/api/v1/auth/session', { body }));
}

export function signOut(): Promise<unknown> {
  return bodyOf(client.DELETE('/api/v1/auth/session'));
}

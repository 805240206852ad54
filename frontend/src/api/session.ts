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

export type MeChange = components['schemas']['MePatch'];
export type PasswordChange = components['schemas']['PasswordChange'];

export function updateMe(body: MeChange): Promise<Me> {
  return bodyOf(client.PATCH('/api/v1/me', { body, headers: { 'content-type': 'application/merge-patch+json' } }));
}

export function changePassword(body: PasswordChange): Promise<unknown> {
  return bodyOf(client.PUT('/api/v1/me/password', { body }));
}

export function acceptInvitation(
  body: components['schemas']['InvitationAcceptance'],
): Promise<components['schemas']['AcceptedInvitation']> {
  return bodyOf(client.POST('/api/v1/invitations/accept', { body }));
}

export function signIn(body: SignIn): Promise<Me> {
  return bodyOf(client.POST('/api/v1/auth/session', { body }));
}

export function signOut(): Promise<unknown> {
  return bodyOf(client.DELETE('/api/v1/auth/session'));
}

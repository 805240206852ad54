import { bodyOf, client } from '~/api/client';
import { type RecordOf, resource } from '~/api/resource';
import type { components } from '~/api/schema.gen';

export const users = resource('users');

export type User = RecordOf<'users'>;
export type Invitation = components['schemas']['Invitation'];

export function invite(id: string): Promise<Invitation> {
  return bodyOf(client.POST('/api/v1/users/{id}/invitation', { params: { path: { id } } }));
}

import * as v from 'valibot';
import { anyOf, listEntries, one, oneOrMore } from '~/lib/search';
import type { User } from './api';

export const roles = [
  'member',
  'coordinator',
  'officer',
  'approver',
  'viewer',
  'admin',
] as const satisfies readonly User['role'][];

export const UsersSearch = v.object({ ...listEntries, role: oneOrMore(roles), unit_id: anyOf });
export type UsersSearch = v.InferOutput<typeof UsersSearch>;

export const UserSearch = v.object({ tab: one(['history']) });
export type UserSearch = v.InferOutput<typeof UserSearch>;

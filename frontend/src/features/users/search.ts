import { anyOf, type Found, listEntries, one, oneOrMore, search } from '~/lib/search';
import type { User } from './api';

export const roles = [
  'member',
  'coordinator',
  'officer',
  'approver',
  'viewer',
  'admin',
] as const satisfies readonly User['role'][];

export const UsersSearch = search({ ...listEntries, role: oneOrMore(roles), unit_id: anyOf });
export type UsersSearch = Found<typeof UsersSearch>;

export const UserSearch = search({ tab: one(['history']) });
export type UserSearch = Found<typeof UserSearch>;

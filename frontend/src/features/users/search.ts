import * as v from 'valibot';
import type { Filter } from '~/entities/record/filters';
import { anyOf, listEntries, one, oneOrMore } from '~/lib/search';
import type { User } from './api';

const roles = [
  'member',
  'coordinator',
  'officer',
  'approver',
  'viewer',
  'admin',
] as const satisfies readonly User['role'][];

export const UsersSearch = v.object({ ...listEntries, role: oneOrMore(roles), unit_id: anyOf });
export type UsersSearch = v.InferOutput<typeof UsersSearch>;

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'role', options: roles },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
];

export const UserSearch = v.object({ tab: one(['history']) });
export type UserSearch = v.InferOutput<typeof UserSearch>;

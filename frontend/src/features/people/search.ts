import * as v from 'valibot';
import type { components } from '~/api/schema.gen';
import { anyOf, listEntries, one, oneOrMore } from '~/lib/search';

export const kinds = [
  'student',
  'staff',
  'external',
] as const satisfies readonly components['schemas']['Person']['kind'][];
export const studyYears = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

export const PeopleSearch = v.object({
  ...listEntries,
  kind: oneOrMore(kinds),
  unit_id: anyOf,
  citizenship: anyOf,
  study_year: oneOrMore(studyYears),
});
export type PeopleSearch = v.InferOutput<typeof PeopleSearch>;

export const PersonSearch = v.object({ tab: one(['exchanges', 'identity', 'history']) });
export type PersonSearch = v.InferOutput<typeof PersonSearch>;

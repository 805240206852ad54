import type { components } from '~/api/schema.gen';
import { anyOf, type Found, listEntries, one, oneOrMore, search } from '~/lib/search';

export const kinds = [
  'student',
  'staff',
  'external',
] as const satisfies readonly components['schemas']['Person']['kind'][];
export const studyYears = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

export const PeopleSearch = search({
  ...listEntries,
  kind: oneOrMore(kinds),
  unit_id: anyOf,
  citizenship: anyOf,
  study_year: oneOrMore(studyYears),
});
export type PeopleSearch = Found<typeof PeopleSearch>;

export const PersonSearch = search({ tab: one(['exchanges', 'identity', 'history']) });
export type PersonSearch = Found<typeof PersonSearch>;

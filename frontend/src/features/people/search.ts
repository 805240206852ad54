import * as v from 'valibot';
import type { components } from '~/api/schema.gen';
import type { Filter } from '~/entities/record/filters';
import { anyOf, listEntries, one, oneOrMore } from '~/lib/search';

export const kinds = [
  'student',
  'staff',
  'external',
] as const satisfies readonly components['schemas']['Person']['kind'][];
const studyYears = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

export const PeopleSearch = v.object({
  ...listEntries,
  kind: oneOrMore(kinds),
  unit_id: anyOf,
  citizenship: anyOf,
  study_year: oneOrMore(studyYears),
});
export type PeopleSearch = v.InferOutput<typeof PeopleSearch>;

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'kind', options: kinds },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
  { kind: 'codes', name: 'citizenship', list: 'countries' },
  { kind: 'choice', name: 'study_year', options: studyYears },
];

export const PersonSearch = v.object({ tab: one(['exchanges', 'identity', 'history']) });
export type PersonSearch = v.InferOutput<typeof PersonSearch>;

import { statuses } from '~/entities/project/statuses';
import { anyOf, day, type Found, flag, listEntries, one, oneOrMore, search, words } from '~/lib/search';
import type { Project } from './api';

export const roles = [
  'coordinator',
  'beneficiary',
  'associated',
  'in_kind',
] as const satisfies readonly Project['our_role'][];

export const ProjectsSearch = search({
  ...listEntries,
  status: oneOrMore(statuses),
  running: flag,
  funding_programme_id: anyOf,
  our_role: oneOrMore(roles),
  partner_id: anyOf,
  unit_id: anyOf,
  'starts_on[gte]': day,
  'starts_on[lte]': day,
  'ends_on[gte]': day,
  'ends_on[lte]': day,
});
export type ProjectsSearch = Found<typeof ProjectsSearch>;

export const ProjectSearch = search({ tab: one(['history']) });
export type ProjectSearch = Found<typeof ProjectSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewProjectSearch = search({ funding_programme_id: words });
export type NewProjectSearch = Found<typeof NewProjectSearch>;

import * as v from 'valibot';
import { statuses } from '~/entities/project/status';
import { anyOf, day, flag, listEntries, one, oneOrMore, words } from '~/lib/search';
import type { Project } from './api';

export const roles = [
  'coordinator',
  'beneficiary',
  'associated',
  'in_kind',
] as const satisfies readonly Project['our_role'][];

export const ProjectsSearch = v.object({
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
export type ProjectsSearch = v.InferOutput<typeof ProjectsSearch>;

export const ProjectSearch = v.object({ tab: one(['history']) });
export type ProjectSearch = v.InferOutput<typeof ProjectSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewProjectSearch = v.object({ funding_programme_id: words });
export type NewProjectSearch = v.InferOutput<typeof NewProjectSearch>;

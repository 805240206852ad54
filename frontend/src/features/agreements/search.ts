import * as v from 'valibot';
import type { components } from '~/api/schema.gen';
import { legalStatuses, stages } from '~/entities/instrument/stages';
import { anyOf, day, flag, listEntries, one, oneOrMore, words } from '~/lib/search';

export const kinds = [
  'exchange',
  'joint_degree',
  'joint_research',
  'service',
  'framework',
  'inter_institutional',
] as const satisfies readonly components['schemas']['Agreement']['kind'][];
export const visibilities = ['public', 'internal'] as const;

export const AgreementsSearch = v.object({
  ...listEntries,
  stage: oneOrMore(stages),
  legal_status: oneOrMore(legalStatuses),
  kind: oneOrMore(kinds),
  visibility: oneOrMore(visibilities),
  country: anyOf,
  partner_id: anyOf,
  unit_id: anyOf,
  expiring: flag,
  'signed_on[gte]': day,
  'signed_on[lte]': day,
  'last_on[gte]': day,
  'last_on[lte]': day,
});
export type AgreementsSearch = v.InferOutput<typeof AgreementsSearch>;

export const AgreementSearch = v.object({ tab: one(['related', 'history']) });
export type AgreementSearch = v.InferOutput<typeof AgreementSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewAgreementSearch = v.object({ partner_id: words, predecessor_id: words, amends_id: words });
export type NewAgreementSearch = v.InferOutput<typeof NewAgreementSearch>;

export const CalendarSearch = v.object({
  year: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))), undefined),
});

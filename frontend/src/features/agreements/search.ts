import type { components } from '~/api/schema.gen';
import { legalStatuses, stages } from '~/entities/instrument/stages';
import { anyOf, day, type Found, flag, listEntries, one, oneOrMore, search, words, year } from '~/lib/search';

export const kinds = [
  'exchange',
  'joint_degree',
  'joint_research',
  'service',
  'framework',
  'inter_institutional',
] as const satisfies readonly components['schemas']['Agreement']['kind'][];
export const visibilities = ['public', 'internal'] as const;

export const AgreementsSearch = search({
  ...listEntries,
  stage: oneOrMore(stages),
  legal_status: oneOrMore(legalStatuses),
  kind: oneOrMore(kinds),
  visibility: oneOrMore(visibilities),
  country: anyOf,
  partner_id: anyOf,
  unit_id: anyOf,
  expiring: flag,
  as_of: day,
  'signed_on[gte]': day,
  'signed_on[lte]': day,
  'last_on[gte]': day,
  'last_on[lte]': day,
});
export type AgreementsSearch = Found<typeof AgreementsSearch>;

export const AgreementSearch = search({ tab: one(['related', 'history']) });
export type AgreementSearch = Found<typeof AgreementSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewAgreementSearch = search({ partner_id: words, predecessor_id: words, amends_id: words });
export type NewAgreementSearch = Found<typeof NewAgreementSearch>;

export const CalendarSearch = search({
  year: year,
});

import type { components } from '~/api/schema.gen';
import { anyOf, day, type Found, flag, listEntries, one, oneOrMore, search } from '~/lib/search';

type Partner = components['schemas']['Partner'];

export const kinds = [
  'university',
  'research_institute',
  'company',
  'foundation',
  'international_organisation',
  'diplomatic_mission',
  'public_body',
  'ngo',
] as const satisfies readonly Partner['kind'][];
export const stages = ['prospect', 'active', 'dormant', 'closed'] as const satisfies readonly Partner['stage'][];
export const systems = ['the', 'qs', 'arwu'] as const;

export const PartnersSearch = search({
  ...listEntries,
  kind: oneOrMore(kinds),
  stage: oneOrMore(stages),
  country: anyOf,
  ranking_system: oneOrMore(systems),
  known: flag,
  as_of: day,
  'first_contact_on[gte]': day,
  'first_contact_on[lte]': day,
});
export type PartnersSearch = Found<typeof PartnersSearch>;

export const PartnerSearch = search({ tab: one(['agreements', 'history']) });
export type PartnerSearch = Found<typeof PartnerSearch>;

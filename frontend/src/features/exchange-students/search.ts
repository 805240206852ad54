import { statuses } from '~/entities/exchange/statuses';
import { anyOf, day, type Found, listEntries, one, oneOrMore, search, words } from '~/lib/search';
import type { Exchange } from './api';

export const directions = ['outgoing', 'incoming'] as const satisfies readonly Exchange['direction'][];
export const kinds = [
  'studies',
  'traineeship',
  'blended',
  'short_doctoral',
] as const satisfies readonly Exchange['kind'][];
export const terms = ['autumn', 'spring', 'full_year', 'summer'] as const satisfies readonly Exchange['term'][];
export const levels = ['5', '6', '7', '8'] as const;

export const ExchangesSearch = search({
  ...listEntries,
  direction: oneOrMore(directions),
  status: oneOrMore(statuses),
  academic_year: anyOf,
  country: anyOf,
  partner_id: anyOf,
  unit_id: anyOf,
  level: oneOrMore(levels),
  field: anyOf,
  kind: oneOrMore(kinds),
  term: oneOrMore(terms),
  funding_programme_id: anyOf,
  'planned_from[gte]': day,
  'planned_from[lte]': day,
  'planned_to[gte]': day,
  'planned_to[lte]': day,
});
export type ExchangesSearch = Found<typeof ExchangesSearch>;

export const ExchangeSearch = search({ tab: one(['history']) });
export type ExchangeSearch = Found<typeof ExchangeSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewExchangeSearch = search({ person_id: words, partner_id: words, agreement_id: words });
export type NewExchangeSearch = Found<typeof NewExchangeSearch>;

import { anyOf, day, type Found, flag, listEntries, one, oneOrMore, search, words, year } from '~/lib/search';
import { legalStatuses, stages } from './stages';

export const visibilities = ['public', 'internal'] as const;

/** What the list of either sort can be asked. */
export const instrumentEntries = {
  ...listEntries,
  stage: oneOrMore(stages),
  legal_status: oneOrMore(legalStatuses),
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
};

export const InstrumentSearch = search({ tab: one(['related', 'history']) });
export type InstrumentSearch = Found<typeof InstrumentSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewInstrumentSearch = search({ partner_id: words, predecessor_id: words, amends_id: words });
export type NewInstrumentSearch = Found<typeof NewInstrumentSearch>;

export const CalendarSearch = search({
  year: year,
});

import * as v from 'valibot';
import { anyOf, day, flag, listEntries, one, oneOrMore, words } from '~/lib/search';
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
  'signed_on[gte]': day,
  'signed_on[lte]': day,
  'last_on[gte]': day,
  'last_on[lte]': day,
};

export const InstrumentSearch = v.object({ tab: one(['related', 'history']) });
export type InstrumentSearch = v.InferOutput<typeof InstrumentSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewInstrumentSearch = v.object({ partner_id: words, predecessor_id: words, amends_id: words });
export type NewInstrumentSearch = v.InferOutput<typeof NewInstrumentSearch>;

export const CalendarSearch = v.object({
  year: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))), undefined),
});

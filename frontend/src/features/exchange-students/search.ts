import * as v from 'valibot';
import { statuses } from '~/entities/exchange/status';
import type { Filter } from '~/entities/record/filters';
import { anyOf, day, listEntries, one, oneOrMore, words } from '~/lib/search';
import type { Exchange } from './api';

const directions = ['outgoing', 'incoming'] as const satisfies readonly Exchange['direction'][];
const kinds = ['studies', 'traineeship', 'blended', 'short_doctoral'] as const satisfies readonly Exchange['kind'][];
const terms = ['autumn', 'spring', 'full_year', 'summer'] as const satisfies readonly Exchange['term'][];
const levels = ['5', '6', '7', '8'] as const;

export const ExchangesSearch = v.object({
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
export type ExchangesSearch = v.InferOutput<typeof ExchangesSearch>;

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'direction', options: directions },
  { kind: 'choice', name: 'status', options: statuses },
  { kind: 'years', name: 'academic_year' },
  { kind: 'codes', name: 'country', list: 'countries' },
  { kind: 'record', name: 'partner_id', picker: 'partner' },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
  { kind: 'choice', name: 'level', options: levels },
  { kind: 'codes', name: 'field', list: 'isced-f', level: 'detailed' },
  { kind: 'choice', name: 'kind', options: kinds },
  { kind: 'choice', name: 'term', options: terms },
  { kind: 'record', name: 'funding_programme_id', picker: 'programme' },
  { kind: 'days', name: 'planned_from' },
  { kind: 'days', name: 'planned_to' },
];

export const ExchangeSearch = v.object({ tab: one(['history']) });
export type ExchangeSearch = v.InferOutput<typeof ExchangeSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewExchangeSearch = v.object({ person_id: words, partner_id: words, agreement_id: words });
export type NewExchangeSearch = v.InferOutput<typeof NewExchangeSearch>;

import { statuses } from '~/entities/exchange/statuses';
import type { Filter } from '~/entities/record/filters';
import { directions, kinds, levels, terms } from './search';

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

import type { Filter } from '~/entities/record/filters';
import { kinds, stages, systems } from './search';

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'kind', options: kinds },
  { kind: 'codes', name: 'country', list: 'countries' },
  { kind: 'choice', name: 'stage', options: stages },
  { kind: 'choice', name: 'ranking_system', options: systems },
  { kind: 'days', name: 'first_contact_on' },
  { kind: 'flag', name: 'known' },
  { kind: 'day', name: 'as_of' },
];

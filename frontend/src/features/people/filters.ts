import type { Filter } from '~/entities/record/filters';
import { kinds, studyYears } from './search';

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'kind', options: kinds },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
  { kind: 'codes', name: 'citizenship', list: 'countries' },
  { kind: 'choice', name: 'study_year', options: studyYears },
];

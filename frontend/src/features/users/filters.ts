import type { Filter } from '~/entities/record/filters';
import { roles } from './search';

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'role', options: roles },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
];

import { statuses } from '~/entities/project/statuses';
import type { Filter } from '~/entities/record/filters';
import { roles } from './search';

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'status', options: statuses },
  { kind: 'flag', name: 'running' },
  { kind: 'record', name: 'funding_programme_id', picker: 'programme' },
  { kind: 'record', name: 'partner_id', picker: 'partner' },
  { kind: 'choice', name: 'our_role', options: roles },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
  { kind: 'days', name: 'starts_on' },
  { kind: 'days', name: 'ends_on' },
];

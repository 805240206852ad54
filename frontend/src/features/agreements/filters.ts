import { legalStatuses, stages } from '~/entities/instrument/stages';
import type { Filter } from '~/entities/record/filters';
import { kinds, visibilities } from './search';

export const filters: readonly Filter[] = [
  { kind: 'choice', name: 'legal_status', options: legalStatuses },
  { kind: 'choice', name: 'stage', options: stages },
  { kind: 'choice', name: 'kind', options: kinds },
  { kind: 'codes', name: 'country', list: 'countries' },
  { kind: 'record', name: 'partner_id', picker: 'partner' },
  { kind: 'record', name: 'unit_id', picker: 'unit' },
  { kind: 'days', name: 'signed_on' },
  { kind: 'days', name: 'last_on' },
  { kind: 'choice', name: 'visibility', options: visibilities },
  { kind: 'flag', name: 'expiring' },
  { kind: 'day', name: 'as_of' },
];

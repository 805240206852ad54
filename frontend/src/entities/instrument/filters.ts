import type { Filter } from '../record/filters';
import { visibilities } from './search';
import { legalStatuses, stages } from './stages';

/** `own` are those of one sort only; the two axes come before them. */
export function instrumentFilters(...own: Filter[]): readonly Filter[] {
  return [
    { kind: 'choice', name: 'legal_status', options: legalStatuses },
    { kind: 'choice', name: 'stage', options: stages },
    ...own,
    { kind: 'codes', name: 'country', list: 'countries' },
    { kind: 'record', name: 'partner_id', picker: 'partner' },
    { kind: 'record', name: 'unit_id', picker: 'unit' },
    { kind: 'days', name: 'signed_on' },
    { kind: 'days', name: 'last_on' },
    { kind: 'choice', name: 'visibility', options: visibilities },
    { kind: 'flag', name: 'expiring' },
    { kind: 'day', name: 'as_of' },
  ];
}

import type { Query } from '~/api/client';
import type { Deadline, DeadlineGroup } from './api';

/** Where the records of a kind are kept; the name of the register is `nav.<name>`. */
const registers = {
  agreement: 'agreements',
  memorandum: 'memoranda',
  grant_project: 'grant-projects',
  exchange_student: 'exchange-students',
} as const;
export type Register = (typeof registers)[keyof typeof registers];

export function registerOf({ record }: Deadline): Register | undefined {
  return registers[record as keyof typeof registers];
}

/**
 * The searches that find the records of a group again. Their bounds are the group's own days: how far back or ahead
 * the server looks is its rule. Some groups follow from what no search can ask.
 */
export function searchesOf(group: DeadlineGroup): { register: Register; search: Query }[] {
  const search = searchOf(group);
  const found = new Set(group.items.map(registerOf));
  return search === undefined
    ? []
    : Object.values(registers)
        .filter(it => found.has(it))
        .map(register => ({ register, search }));
}

function searchOf({ kind, count, items }: DeadlineGroup): Query | undefined {
  const [first, last] = [items[0]?.on, items.length === count ? items.at(-1)?.on : undefined];
  switch (kind) {
    case 'instrument_lapsed':
      return { legal_status: 'expired', 'last_on[gte]': first, sort: 'last_on' };
    case 'instrument_expiring':
      return { expiring: true, sort: 'last_on' };
    case 'project_ending':
      return { running: true, status: 'running', 'ends_on[lte]': last, sort: 'ends_on' };
    case 'nomination_unfinished':
      return { status: 'applied,nominated', 'planned_from[lte]': last, sort: 'planned_from' };
    default:
      return undefined;
  }
}

import type { components } from '~/api/schema.gen';
import type { Sign } from '~/ui/mark';

export type ExchangeStatus = components['schemas']['ExchangeStudent']['status'];

/** How an exchange goes on; the others end it before its time. */
export const road = [
  'applied',
  'nominated',
  'accepted',
  'arrived',
  'completed',
  'recognised',
] as const satisfies readonly ExchangeStatus[];
export const ends = ['rejected', 'withdrawn', 'cancelled'] as const satisfies readonly ExchangeStatus[];
export const statuses = [...road, ...ends] as const;

export const statusSigns: Readonly<Record<ExchangeStatus, Sign>> = {
  applied: { fill: 'hollow', tone: 'work' },
  nominated: { fill: 'half', tone: 'work' },
  accepted: { fill: 'half', tone: 'attention' },
  arrived: { fill: 'full', tone: 'good' },
  completed: { fill: 'half', tone: 'good' },
  recognised: { fill: 'full', tone: 'quiet' },
  rejected: { fill: 'barred', tone: 'bad' },
  withdrawn: { fill: 'barred', tone: 'quiet' },
  cancelled: { fill: 'barred', tone: 'bad' },
};

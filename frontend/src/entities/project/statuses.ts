import type { components } from '~/api/schema.gen';
import type { Sign } from '~/ui/mark';

export type ProjectStatus = components['schemas']['GrantProject']['status'];

/** How a project goes on; the others end it before its time. */
export const road = [
  'idea',
  'preparing',
  'submitted',
  'awarded',
  'running',
  'closed',
] as const satisfies readonly ProjectStatus[];
export const ends = ['rejected', 'withdrawn'] as const satisfies readonly ProjectStatus[];
export const statuses = [...road, ...ends] as const;

export const statusSigns: Readonly<Record<ProjectStatus, Sign>> = {
  idea: { fill: 'hollow', tone: 'quiet' },
  preparing: { fill: 'hollow', tone: 'work' },
  submitted: { fill: 'half', tone: 'work' },
  awarded: { fill: 'half', tone: 'good' },
  running: { fill: 'full', tone: 'good' },
  closed: { fill: 'full', tone: 'quiet' },
  rejected: { fill: 'barred', tone: 'bad' },
  withdrawn: { fill: 'barred', tone: 'quiet' },
};

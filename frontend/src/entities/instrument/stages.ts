import type { components } from '~/api/schema.gen';
import type { Sign } from '~/ui/mark';

// Agreements and memoranda are the same instrument with two axes that are never mixed: work stage and legal status.

export type Stage = components['schemas']['Agreement']['stage'];
export type LegalStatus = components['schemas']['Agreement']['legal_status'];

/** In the order in which people bring an instrument on. */
export const path = ['draft', 'review', 'negotiation', 'signing', 'signed'] as const satisfies readonly Stage[];
export const stages = [...path, 'abandoned'] as const satisfies readonly Stage[];
export const legalStatuses = [
  'not_signed',
  'upcoming',
  'in_force',
  'expired',
  'terminated',
  'superseded',
] as const satisfies readonly LegalStatus[];

export const stageSigns: Readonly<Record<Stage, Sign>> = {
  draft: { fill: 'hollow', tone: 'quiet' },
  review: { fill: 'half', tone: 'work' },
  negotiation: { fill: 'half', tone: 'work' },
  signing: { fill: 'half', tone: 'attention' },
  signed: { fill: 'full', tone: 'good' },
  abandoned: { fill: 'barred', tone: 'quiet' },
};

export const legalSigns: Readonly<Record<LegalStatus, Sign>> = {
  not_signed: { fill: 'hollow', tone: 'quiet' },
  upcoming: { fill: 'half', tone: 'work' },
  in_force: { fill: 'full', tone: 'good' },
  expired: { fill: 'barred', tone: 'bad' },
  terminated: { fill: 'barred', tone: 'bad' },
  superseded: { fill: 'barred', tone: 'quiet' },
};

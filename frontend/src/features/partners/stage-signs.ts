import type { RecordOf } from '~/api/resource';
import type { Sign } from '~/ui/mark';

export const stageSigns: Readonly<Record<NonNullable<RecordOf<'partners'>['stage']>, Sign>> = {
  prospect: { fill: 'hollow', tone: 'work' },
  active: { fill: 'full', tone: 'good' },
  dormant: { fill: 'half', tone: 'attention' },
  closed: { fill: 'barred', tone: 'quiet' },
};

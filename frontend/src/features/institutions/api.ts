import { type RecordOf, resource } from '~/api/resource';

export const institutions = resource('institutions');

export type Institution = RecordOf<'institutions'>;

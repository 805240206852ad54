import { type RecordOf, resource } from '~/api/resource';

export const exchangeStudents = resource('exchange-students');

export type Exchange = RecordOf<'exchange-students'>;

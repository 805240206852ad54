import { type RecordOf, resource } from '~/api/resource';

export const fundingProgrammes = resource('funding-programmes');

export type Programme = RecordOf<'funding-programmes'>;

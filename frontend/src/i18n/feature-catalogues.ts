import type { Catalogue } from './catalogues';

/** The catalogues of a feature are found by their place: a new folder needs no registration. */
export const files = import.meta.glob<Catalogue>('../features/*/i18n/*.icu.json', { import: 'default' });

import { instrumentFilters } from '~/entities/instrument/filters';

export const filters = instrumentFilters();

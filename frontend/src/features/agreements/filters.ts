import { instrumentFilters } from '~/entities/instrument/filters';
import { kinds } from './search';

export const filters = instrumentFilters({ kind: 'choice', name: 'kind', options: kinds });

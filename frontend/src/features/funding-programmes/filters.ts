import type { Filter } from '~/entities/record/filters';
import { kinds } from './search';

export const filters: readonly Filter[] = [{ kind: 'choice', name: 'kind', options: kinds }];

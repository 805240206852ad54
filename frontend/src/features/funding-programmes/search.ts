import { type Found, listEntries, one, oneOrMore, search } from '~/lib/search';
import type { Programme } from './api';

export const kinds = ['grant', 'scholarship', 'mobility', 'loan'] as const satisfies readonly Programme['kind'][];

export const ProgrammesSearch = search({ ...listEntries, kind: oneOrMore(kinds) });
export type ProgrammesSearch = Found<typeof ProgrammesSearch>;

export const ProgrammeSearch = search({ tab: one(['projects', 'history']) });
export type ProgrammeSearch = Found<typeof ProgrammeSearch>;

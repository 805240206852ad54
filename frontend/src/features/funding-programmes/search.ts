import * as v from 'valibot';
import { listEntries, one, oneOrMore } from '~/lib/search';
import type { Programme } from './api';

export const kinds = ['grant', 'scholarship', 'mobility', 'loan'] as const satisfies readonly Programme['kind'][];

export const ProgrammesSearch = v.object({ ...listEntries, kind: oneOrMore(kinds) });
export type ProgrammesSearch = v.InferOutput<typeof ProgrammesSearch>;

export const ProgrammeSearch = v.object({ tab: one(['projects', 'history']) });
export type ProgrammeSearch = v.InferOutput<typeof ProgrammeSearch>;

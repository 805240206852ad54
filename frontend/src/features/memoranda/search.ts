import * as v from 'valibot';
import { instrumentEntries } from '~/entities/instrument/search';

export const MemorandaSearch = v.object(instrumentEntries);
export type MemorandaSearch = v.InferOutput<typeof MemorandaSearch>;

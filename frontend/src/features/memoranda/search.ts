import { instrumentEntries } from '~/entities/instrument/search';
import { type Found, search } from '~/lib/search';

export const MemorandaSearch = search(instrumentEntries);
export type MemorandaSearch = Found<typeof MemorandaSearch>;

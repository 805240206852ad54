import { day, type Found, search } from '~/lib/search';

export const FiguresSearch = search({ as_of: day });
export type FiguresSearch = Found<typeof FiguresSearch>;

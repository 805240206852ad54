import { type Found, one, search, words } from '~/lib/search';

export const UnitsSearch = search({ archived: one(['include']) });
export type UnitsSearch = Found<typeof UnitsSearch>;

export const UnitSearch = search({ tab: one(['history']) });
export type UnitSearch = Found<typeof UnitSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewUnitSearch = search({ parent_id: words });
export type NewUnitSearch = Found<typeof NewUnitSearch>;

import * as v from 'valibot';
import { one, words } from '~/lib/search';

export const UnitsSearch = v.object({ archived: one(['include']) });
export type UnitsSearch = v.InferOutput<typeof UnitsSearch>;

export const UnitSearch = v.object({ tab: one(['history']) });
export type UnitSearch = v.InferOutput<typeof UnitSearch>;

/** What a new one may begin with, given by the page that leads to it. */
export const NewUnitSearch = v.object({ parent_id: words });
export type NewUnitSearch = v.InferOutput<typeof NewUnitSearch>;

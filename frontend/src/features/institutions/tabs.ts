import * as v from 'valibot';
import { one } from '~/lib/search';

export const InstitutionSearch = v.object({ tab: one(['history']) });
export type InstitutionSearch = v.InferOutput<typeof InstitutionSearch>;

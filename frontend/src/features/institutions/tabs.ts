import { type Found, one, search } from '~/lib/search';

export const InstitutionSearch = search({ tab: one(['history']) });
export type InstitutionSearch = Found<typeof InstitutionSearch>;

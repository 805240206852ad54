import type { components } from '~/api/schema.gen';
import { instrumentEntries } from '~/entities/instrument/search';
import { type Found, oneOrMore, search } from '~/lib/search';

export const kinds = [
  'exchange',
  'joint_degree',
  'joint_research',
  'service',
  'framework',
  'inter_institutional',
] as const satisfies readonly components['schemas']['Agreement']['kind'][];

export const AgreementsSearch = search({ ...instrumentEntries, kind: oneOrMore(kinds) });
export type AgreementsSearch = Found<typeof AgreementsSearch>;

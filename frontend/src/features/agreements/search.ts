import * as v from 'valibot';
import type { components } from '~/api/schema.gen';
import { instrumentEntries } from '~/entities/instrument/search';
import { oneOrMore } from '~/lib/search';

export const kinds = [
  'exchange',
  'joint_degree',
  'joint_research',
  'service',
  'framework',
  'inter_institutional',
] as const satisfies readonly components['schemas']['Agreement']['kind'][];

export const AgreementsSearch = v.object({ ...instrumentEntries, kind: oneOrMore(kinds) });
export type AgreementsSearch = v.InferOutput<typeof AgreementsSearch>;

import { expect, it } from 'vitest';
import { referencesIn } from './references';

const id = (n: number) => `01a2069e-6a10-73d2-9764-0792bb73c41${n}`;

it('finds the ids of other records, however deep, once each', () => {
  const values = [
    ['parties', [{ partner_id: id(1), signatories: [] }, { partner_id: id(2) }]],
    ['parties', [{ partner_id: id(1) }]],
    ['unit_id', id(3)],
    ['predecessor_id', id(4)],
    ['number', id(5)],
    ['unit_id', undefined],
  ] as const;
  expect([...referencesIn('memoranda', values)].map(([kind, ids]) => [kind, [...ids]])).toEqual([
    ['partners', [id(1), id(2)]],
    ['units', [id(3)]],
    ['memoranda', [id(4)]],
  ]);
});

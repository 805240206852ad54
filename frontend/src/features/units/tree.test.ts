import { expect, it } from 'vitest';
import type { Unit } from './api';
import { type Branch, treeOf } from './tree';

const unit = (id: string, parent_id?: string): Unit => ({
  id,
  version: 1,
  created_at: '',
  updated_at: '',
  kind: 'other',
  names: { en: id },
  ...(parent_id && { parent_id }),
});

const shape = (branches: Branch[]): unknown => branches.map(it => [it.unit.id, shape(it.parts)]);

it('puts units under their parents, whatever comes first, and loses none', () => {
  const found = treeOf([
    unit('chair', 'faculty'),
    unit('faculty', 'institute'),
    unit('institute'),
    unit('lost', 'gone'),
  ]);
  expect(shape(found)).toEqual([
    ['institute', [['faculty', [['chair', []]]]]],
    ['lost', []],
  ]);
});

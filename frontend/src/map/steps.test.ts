import { expect, it } from 'vitest';
import { stepOf, stepsOf } from './steps';

it('makes few shades of few counts', () => {
  expect(stepsOf([])).toEqual([]);
  expect(stepsOf([1, 1, 3])).toEqual([1, 2, 3]);
});

it('makes each shade reach several times further than the one before', () => {
  expect(stepsOf([1, 2, 87])).toEqual([1, 3, 9, 29]);
  expect([1, 2, 3, 28, 87].map(count => stepOf([1, 3, 9, 29], count))).toEqual([0, 0, 1, 2, 3]);
});

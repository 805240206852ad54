import { expect, it } from 'vitest';
import { prune } from '../form/prune';
import { differences } from './difference';

it('takes over what only they changed, and asks where both did', () => {
  const base = { city: 'Bonn', stage: 'active', tags: ['a'] };
  const mine = { city: 'Bonn', stage: 'dormant', tags: ['a'], website: '' };
  const theirs = { city: 'Köln', stage: 'closed', tags: ['a'] };
  expect(differences(base, mine, theirs).map(({ field, both }) => [field, both])).toEqual([
    ['city', false],
    ['stage', true],
  ]);
});

it('sees no difference in the order of members or in emptiness', () => {
  expect(
    differences(
      { names: { uz: 'A', en: 'B' } },
      { names: { en: 'B', uz: 'A', ru: '' }, tags: [] },
      { names: { en: 'B', uz: 'A' } },
    ),
  ).toEqual([]);
});

it('sends no empty members', () => {
  expect(
    prune({
      city: ' Bonn ',
      website: '',
      names: { en: '', uz: 'A' },
      contacts: [{ name: '' }],
      renewal: { months: '' },
      ok: false,
      n: 0,
    }),
  ).toEqual({
    city: 'Bonn',
    names: { uz: 'A' },
    ok: false,
    n: 0,
  });
});

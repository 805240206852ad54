import { expect, it } from 'vitest';
import { queryString } from '~/api/client';
import { AgreementsSearch } from '~/features/agreements/search';
import { parseSearch } from './search';

const read = (text: string) => AgreementsSearch(parseSearch(text));

it('reads the state of a list from its address, and writes the same address again', () => {
  const text = 'q=drezden&sort=-last_on&stage=draft,review&country=DE,UZ&expiring=true&last_on[lte]=2026-12-31';
  const search = read(text);
  expect(search.stage).toEqual(['draft', 'review']);
  expect(search.expiring).toBe(true);
  expect([...queryString(search).split('&')].sort()).toEqual(text.split('&').sort());
});

it('leaves out what it does not know', () => {
  expect(queryString(read('stage=draft,nonsense&kind=&expiring=maybe&last_on[gte]=yesterday&archived=yes&foo=1'))).toBe(
    'stage=draft',
  );
});

it('takes the same values from a link', () => {
  expect(AgreementsSearch({ stage: ['signed'], expiring: true })).toMatchObject({
    stage: ['signed'],
    expiring: true,
  });
});

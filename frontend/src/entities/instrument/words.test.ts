import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = 'src/entities/instrument';
const keys = (path: string) => Object.keys(JSON.parse(readFileSync(path, 'utf8')));
const own = (feature: string) => keys(`src/features/${feature}/i18n/en.icu.json`);
const common = keys('src/i18n/common/en.icu.json');

it('agreements and memoranda have the same words, but for the kinds', () => {
  expect(own('memoranda')).toEqual(own('agreements').filter(it => !it.startsWith('kind.')));
});

it('every word that both are shown with is there', () => {
  const known = new Set([...own('memoranda'), ...common]);
  const asked = readdirSync(here)
    .filter(it => it.endsWith('.tsx'))
    .flatMap(it => [...readFileSync(`${here}/${it}`, 'utf8').matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key ?? ''));
  expect(asked.filter(it => !known.has(it))).toEqual([]);
});

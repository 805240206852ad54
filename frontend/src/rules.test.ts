import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  it => /\.(ts|tsx|css)$/.test(it) && !it.includes('.gen.'),
);
const sources = files
  .filter(it => !it.endsWith('.css'))
  .map(path => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));

/** Imports run one way: to the same tier or a lower one. */
const tiers = [['ui', 'charts', 'map', 'api', 'i18n', 'lib', 'styles'], ['entities'], ['features'], ['routes']];
const tierOf = (path: string) => tiers.findIndex(tier => tier.includes(path.split('/')[0] ?? ''));

it('imports run one way, and no feature imports another', () => {
  const wrong = sources
    .filter(({ path }) => tierOf(path) >= 0 && !path.endsWith('.test.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from|import\()\s*'(~\/|(?:\.\.?\/)+)([^']+)'/g)].flatMap(([, start = '', rest = '']) => {
        const target = start === '~/' ? rest : resolve(path, start + rest);
        const upwards = tierOf(target) > tierOf(path);
        const aside =
          path.startsWith('features/') && target.startsWith('features/') && path.split('/')[1] !== target.split('/')[1];
        return upwards || aside ? [`${path} imports ${target}`] : [];
      }),
    );
  expect(wrong).toEqual([]);
});

function resolve(from: string, relative: string): string {
  return new URL(relative, `file:///${from}`).pathname.slice(1);
}

it('files are short', () => {
  expect(files.filter(path => readFileSync(`src/${path}`, 'utf8').split('\n').length > 250)).toEqual([]);
});

it('no file only passes on what others export', () => {
  expect(files.filter(it => /(^|\/)index\.ts$/.test(it))).toEqual([]);
});

it('nothing asks the browser how a language writes', () => {
  const asking = sources.filter(
    ({ path, text }) =>
      path !== 'rules.test.ts' &&
      /\bIntl\b(?! (has|for))|\.toLocale\w+String\(|localeCompare\(/.test(
        text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''),
      ),
  );
  expect(asking.map(it => it.path)).toEqual([]);
});

it('styles use tokens only', () => {
  const raw = files
    .filter(it => it.endsWith('.css') && !it.startsWith('styles/'))
    .filter(path => /#[0-9a-f]{3,8}\b|!important|\brgb\(/.test(readFileSync(`src/${path}`, 'utf8')));
  expect(raw).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import type { Filter } from '~/entities/record/filters';
import { languages } from './languages';
import type { Message } from './message';

const folders = ['src/i18n/common', ...readdirSync('src/features').map(it => `src/features/${it}/i18n`)].filter(
  folder => {
    try {
      return readdirSync(folder).length > 0;
    } catch {
      return false;
    }
  },
);

const read = (folder: string, language: string): Record<string, string> =>
  JSON.parse(readFileSync(`${folder}/${language}.icu.json`, 'utf8'));

/** The arguments of a message, and the categories of its plurals. */
function inspect(message: Message, found = { names: new Set<string>(), plurals: [] as string[][] }) {
  for (const token of message) {
    if (typeof token !== 'string') {
      const [name, kind, choices] = token;
      found.names.add(name);
      if (kind === 'plural') {
        found.plurals.push(Object.keys(choices ?? {}).filter(it => it !== 'offset' && !/^\d+$/.test(it)));
      }
      for (const choice of Object.values(choices ?? {}).filter(Array.isArray)) {
        inspect(choice, found);
      }
    }
  }
  return found;
}

const compiled = (text: string) => inspect(compileMessage(text) as Message);
const categories = {
  uz: ['one', 'other'],
  tg: ['one', 'other'],
  en: ['one', 'other'],
  ru: ['few', 'many', 'one', 'other'],
};

describe.each(folders)('%s', folder => {
  const source = read(folder, 'en');

  it.each(languages)('says everything in %s, with the same arguments', language => {
    const texts = read(folder, language);
    expect(Object.keys(texts)).toEqual(Object.keys(source));
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('');
      expect([...compiled(text).names].sort(), key).toEqual([...compiled(source[key] ?? '').names].sort());
      for (const plural of compiled(text).plurals) {
        expect(plural.sort(), key).toEqual(categories[language]);
      }
    }
  });

  it('writes Uzbek with the marks of the Uzbek alphabet', () => {
    for (const [key, text] of Object.entries(read(folder, 'uz'))) {
      expect(text, key).not.toMatch(/['‘’`]/);
      expect(text, key).not.toMatch(/[^og]ʻ/i);
    }
  });
});

const lists = import.meta.glob<{ filters: readonly Filter[] }>('../features/*/filters.ts', { eager: true });

it.each(Object.entries(lists))('the filters of %s have names', (path, { filters }) => {
  const texts = {
    ...read('src/i18n/common', 'en'),
    ...read(path.replace('..', 'src').replace('/filters.ts', '/i18n'), 'en'),
  };
  for (const filter of filters) {
    expect(texts).toHaveProperty([`field.${filter.name}`]);
    for (const option of filter.kind === 'choice' ? filter.options : []) {
      expect(texts).toHaveProperty([`${filter.name}.${option}`]);
    }
  }
});

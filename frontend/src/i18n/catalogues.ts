import type { Language } from './languages';
import type { Message } from './message';
import type { Table } from './table';

export type Catalogue = Readonly<Record<string, Message>>;
export type Locale = { table: Table; common: Catalogue };

type Loader<T> = () => Promise<T>;

// Where the catalogues of the features are: too much for the shell, and asked for at once.
const features = import('./feature-catalogues');
const commonFiles = import.meta.glob<Catalogue>('./common/*.icu.json', { import: 'default' });
const tableFiles = import.meta.glob<Table>('./tables/*.gen.ts', { import: 'table' });

const cache = new Map<string, Promise<unknown>>();

/** The same promise for the same thing, as `use()` wants it; a failed one is tried again. */
function once<T>(key: string, load: Loader<T>): Promise<T> {
  const known = cache.get(key);
  if (known !== undefined) {
    return known as Promise<T>;
  }
  const promise = load();
  cache.set(key, promise);
  promise.catch(() => cache.delete(key));
  return promise;
}

function file<T>(files: Record<string, Loader<T>>, path: string): Promise<T> {
  return files[path]?.() ?? Promise.reject(new Error(`there is no ${path}`));
}

export function localeOf(language: Language): Promise<Locale> {
  return once(language, async () => {
    const [table, common] = await Promise.all([
      file(tableFiles, `./tables/${language}.gen.ts`),
      file(commonFiles, `./common/${language}.icu.json`),
    ]);
    return { table, common };
  });
}

export function catalogueOf(feature: string, language: Language): Promise<Catalogue> {
  return once(`${feature}/${language}`, async () =>
    file((await features).files, `../features/${feature}/i18n/${language}.icu.json`),
  );
}

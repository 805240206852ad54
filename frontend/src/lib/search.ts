// The state of a list is its address, in the words of the API: `?stage=draft,review&sort=-ends_on`.
// What an address says and we do not know is left out, never an error. A schema library would be a fiftieth of the
// shell for these few readers.

/** Reads a value of an address. */
type Read<T> = (raw: unknown) => T | undefined;
type Entries = Readonly<Record<string, Read<unknown>>>;

/** What `search` reads. */
export type Found<S extends (raw: Readonly<Record<string, unknown>>) => unknown> = ReturnType<S>;

/** Makes the reader of an address from those of its values. */
export function search<const E extends Entries>(entries: E) {
  return (raw: Readonly<Record<string, unknown>>) => {
    const found = Object.entries(entries).map(([name, read]) => [name, read(raw[name])] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as {
      [K in keyof E]?: ReturnType<E[K]> | undefined;
    };
  };
}

function listOf(raw: unknown): string[] {
  const items: unknown[] = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [];
  return items.filter(it => typeof it === 'string').filter(it => it !== '');
}

const text =
  (form: RegExp): Read<string> =>
  raw =>
    typeof raw === 'string' && form.test(raw) ? raw : undefined;

/** Any of the known values. */
export const oneOrMore =
  <const O extends string>(options: readonly O[]): Read<O[]> =>
  raw => {
    const values = listOf(raw);
    const known = options.filter(it => values.includes(it));
    return known.length > 0 ? known : undefined;
  };

/** Any codes or ids. */
export const anyOf: Read<string[]> = raw => {
  const values = listOf(raw);
  return values.length > 0 ? values : undefined;
};

export const one =
  <const O extends string>(options: readonly O[]): Read<O> =>
  raw =>
    options.find(it => it === raw);

export const words = text(/^.{1,200}$/su);
export const day = text(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export const year = text(/^\d{4}$/);
export const flag: Read<true> = raw => (raw === true || raw === 'true' ? true : undefined);

/** What every list has. */
export const listEntries = {
  q: words,
  sort: words,
  cursor: text(/./),
  archived: one(['include', 'only']),
};

export type ListSearch = {
  q?: string | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  archived?: 'include' | 'only' | undefined;
};

export function parseSearch(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address));
}

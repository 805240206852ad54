import * as v from 'valibot';

// The state of a list is its address, in the words of the API: `?stage=draft,review&sort=-ends_on`.
// What an address says and we do not know is left out, never an error.

const split = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform(value => (Array.isArray(value) ? value : value.split(',')).filter(it => it !== '')),
);

function lenient<const S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}

/** Any of the known values. */
export function oneOrMore<const O extends string>(options: readonly O[]) {
  return lenient(
    v.pipe(
      split,
      v.transform(values => options.filter(it => values.includes(it))),
      v.transform(values => (values.length > 0 ? values : undefined)),
    ),
  );
}

/** Any codes or ids. */
export const anyOf = lenient(
  v.pipe(
    split,
    v.transform(values => (values.length > 0 ? values : undefined)),
  ),
);

export const words = lenient(v.pipe(v.string(), v.minLength(1), v.maxLength(200)));
export const day = lenient(v.pipe(v.string(), v.isoDate()));
export const one = <const O extends string>(options: readonly O[]) => lenient(v.picklist(options));
export const flag = lenient(
  v.pipe(
    v.union([v.boolean(), v.string()]),
    v.transform(value => (value === true || value === 'true' ? true : undefined)),
  ),
);

/** What every list has. */
export const listEntries = {
  q: words,
  sort: words,
  cursor: lenient(v.string()),
  archived: one(['include', 'only']),
};

export type ListSearch = {
  q?: string | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  archived?: 'include' | 'only' | undefined;
};

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

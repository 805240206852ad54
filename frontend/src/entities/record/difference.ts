import { prune } from '../form/prune';

export type Difference = { field: string; base: unknown; mine: unknown; theirs: unknown; both: boolean };

/** What others changed since the form was opened; `both` where we changed the same. */
export function differences(
  base: Record<string, unknown>,
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
): Difference[] {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])];
  return fields
    .filter(field => !same(base[field], theirs[field]) && !same(mine[field], theirs[field]))
    .map(field => ({
      field,
      base: base[field],
      mine: mine[field],
      theirs: theirs[field],
      both: !same(base[field], mine[field]),
    }));
}

/** Empty and absent are the same, and so are objects whatever the order of their members. */
export function same(a: unknown, b: unknown): boolean {
  return stable(prune(a)) === stable(prune(b));
}

function stable(value: unknown): string {
  const text = JSON.stringify(value, (_, it: unknown) =>
    it !== null && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  );
  return text === '[]' ? '' : (text ?? '');
}

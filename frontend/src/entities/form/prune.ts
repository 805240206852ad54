/** The body of a request from the values of a form: what was left empty is absent. */
export function prune(value: unknown): unknown {
  if (typeof value === 'string') {
    const trimmed = value.trim();
    return trimmed === '' ? undefined : trimmed;
  }
  if (Array.isArray(value)) {
    return value.map(prune).filter(it => it !== undefined);
  }
  if (value !== null && typeof value === 'object') {
    const kept = Object.entries(value)
      .map(([key, it]) => [key, prune(it)] as const)
      .filter(([, it]) => it !== undefined && !(Array.isArray(it) && it.length === 0));
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value ?? undefined;
}

export function isBlank(value: unknown): boolean {
  const pruned = prune(value);
  return pruned === undefined || (Array.isArray(pruned) && pruned.length === 0);
}

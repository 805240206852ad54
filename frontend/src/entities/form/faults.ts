import type { FieldErrors } from 'react-hook-form';

export type Fault = { name: string; detail: string };

/** Every fault of a form, with the name of its field. */
export function faultsOf(errors: FieldErrors): Fault[] {
  return Object.entries(errors).flatMap(([key, error]) => (key === 'root' ? [] : within(key, error)));
}

function within(name: string, error: unknown): Fault[] {
  if (typeof error !== 'object' || error === null) {
    return [];
  }
  if ('message' in error && typeof error.message === 'string') {
    return [{ name, detail: error.message }];
  }
  return Object.entries(error)
    .filter(([key]) => key !== 'ref' && key !== 'types')
    .flatMap(([key, part]) => within(key === 'root' ? name : `${name}.${key}`, part));
}

/** Where a fault is mended: its field, or the nearest that holds it. */
export function fieldOf(form: Element, name: string): HTMLElement | undefined {
  const parts = name.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const prefix = JSON.stringify(parts.slice(0, length).join('.'));
    const found = form.querySelector<HTMLElement>(`[name=${prefix}], [data-field=${prefix}]`);
    if (found !== null) {
      const rest = JSON.stringify(parts.slice(length).at(-1) ?? '');
      return (
        found.querySelector<HTMLElement>(`[name=${rest}]`) ??
        found.querySelector<HTMLElement>('input, select, textarea, button') ??
        found
      );
    }
  }
  return undefined;
}

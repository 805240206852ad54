import type { ListName } from '~/api/code-lists';
import type { PickerKind } from '../pickers/record-picker';

/** A filter is named by the parameter of the API; its label is `field.<name>` of the feature's catalogue. */
export type Filter =
  | { kind: 'choice'; name: string; options: readonly string[] }
  | { kind: 'codes'; name: string; list: ListName; level?: string }
  | { kind: 'years'; name: string }
  | { kind: 'days'; name: string }
  | { kind: 'day'; name: string }
  | { kind: 'flag'; name: string }
  | { kind: 'record'; name: string; picker: PickerKind };

export type SearchValues = Readonly<Record<string, unknown>>;

export function valuesOf(search: SearchValues, name: string): readonly string[] {
  const value = search[name];
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

/** The parameters that a filter writes. */
export function parametersOf(filter: Filter): string[] {
  return filter.kind === 'days' ? [`${filter.name}[gte]`, `${filter.name}[lte]`] : [filter.name];
}

export function withValue(values: readonly string[], value: string, on: boolean): string[] | undefined {
  const next = on ? [...values, value] : values.filter(it => it !== value);
  return next.length > 0 ? next : undefined;
}

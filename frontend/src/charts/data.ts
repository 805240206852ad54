import type { Address } from '~/ui/address-link';

/** What a chart draws and its table says. */
export type ChartData = {
  /** What the rows are, for the table. */
  rows: string;
  /** At most two: a third could not be told from them without colours. */
  series: readonly Series[];
  items: readonly Item[];
};

export type Series = { id: string; label: string };

export type Item = {
  id: string;
  label: string;
  /** One for each series. */
  values: readonly number[];
  /** The list behind each value. */
  addresses?: readonly (Address | undefined)[];
};

export type DrawingProps = { data: ChartData; title: string; width: number };

/** The largest value, and at least one, so that a scale has a length. */
export function largest({ items }: ChartData): number {
  return Math.max(1, ...items.flatMap(it => it.values));
}

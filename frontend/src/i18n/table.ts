export type PluralCategory = 'one' | 'few' | 'many' | 'other';

/** What a language says about dates and numbers. Patterns are CLDR's: d, MMMM, MMM, LLLL, y. */
export type Table = {
  format: readonly string[];
  standalone: readonly string[];
  short: readonly string[];
  weekdays: readonly string[];
  weekdayNames: readonly string[];
  long: string;
  medium: string;
  day: string;
  month: string;
  decimal: string;
  group: string;
  plural: (count: number) => PluralCategory;
};

import { daysBetween, partsOf, today } from '~/lib/day';
import type { Translate } from './message';
import type { Table } from './table';

export type Money = { amount: string; currency: string };

/** Dates, numbers and sums as the language writes them. An unreadable day is shown as it came. */
export function formatsOf(table: Table, t: Translate) {
  const byPattern = (pattern: string) => (day: string) => formatDay(table, day, pattern);
  const number = (value: number | string) => formatNumber(table, String(value));
  const date = byPattern(table.medium);
  return {
    /** `22 Nov 2026`, for tables. */
    date,
    /** `22 November 2026`, for sentences. */
    longDate: byPattern(table.long),
    /** `22 Nov`, where the year is known. */
    day: byPattern(table.day),
    /** `November 2026` */
    month: byPattern(table.month),
    dateRange(from: string | null | undefined, to: string | null | undefined): string {
      if (from && to) {
        return `${date(from)} – ${date(to)}`;
      }
      return from ? t('range.from', { day: date(from) }) : to ? t('range.until', { day: date(to) }) : '';
    },
    /** An instant, on the user's clock. */
    instant(at: string): string {
      const date = new Date(at);
      const pad = (value: number) => String(value).padStart(2, '0');
      const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
      return `${formatDay(table, day, table.medium)}, ${pad(date.getHours())}:${pad(date.getMinutes())}`;
    },
    /** `in 12 days`, `3 days ago` */
    relativeDay(day: string): string {
      const days = daysBetween(today(), day);
      return days < 0 ? t('relative.past', { count: -days }) : t('relative.future', { count: days });
    },
    number,
    money: ({ amount, currency }: Money) => `${number(amount)}\u00a0${currency}`,
    academicYear: (year: string) => year.replace('/', '–'),
    plural: table.plural,
  };
}

export type Formats = ReturnType<typeof formatsOf>;

function formatDay(table: Table, day: string, pattern: string): string {
  const parts = partsOf(day);
  if (parts === undefined) {
    return day;
  }
  const month = (names: readonly string[]) => names[parts.month - 1] ?? String(parts.month);
  const values: Record<string, string> = {
    d: String(parts.day),
    dd: String(parts.day).padStart(2, '0'),
    MMM: month(table.short),
    MMMM: month(table.format),
    LLLL: month(table.standalone),
    y: String(parts.year),
  };
  return pattern.replace(/'([^']*)'|\b(dd?|MMMM?|LLLL|y)\b/g, (_, quoted, field) => quoted ?? values[field] ?? field);
}

/** Digits are grouped as text: a sum of money must not pass through a float. */
export function formatNumber(table: Table, value: string): string {
  const [whole = '', fraction] = value.replace('-', '\u2212').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, table.group);
  return fraction === undefined ? grouped : `${grouped}${table.decimal}${fraction}`;
}

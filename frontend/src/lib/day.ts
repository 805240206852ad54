/** A calendar day as the API writes it, `2026-11-22`. */
export type Day = string;

export type DayParts = { year: number; month: number; day: number };

export function partsOf(day: Day): DayParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match === null ? undefined : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** The day of the parts, or nothing where there is no such day, as on 30 February. */
export function dayOf({ year, month, day }: DayParts): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

export function today(): Day {
  return localDay(new Date());
}

/** The day on the user's calendar at an instant. */
export function localDay(date: Date): Day {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day of the month so many months later. */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = partsOf(day) ?? { year: 1970, month: 1 };
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Monday is 0. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** The academic year that a day lies in, as the API writes it: from September to August. */
export function academicYearOf(day: Day): string {
  const { year, month } = partsOf(day) ?? { year: 1970, month: 1 };
  const first = month >= 9 ? year : year - 1;
  return `${first}/${first + 1}`;
}

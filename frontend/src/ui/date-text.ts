import type { Table } from '~/i18n/table';
import { type Day, dayOf, partsOf, today } from '~/lib/day';

/** Reads a day as people type it: `22.11.2026`, `22/11/26`, `2026-11-22`, `22 noy 2026`, `22.11` of this year. */
export function readDay(text: string, table: Table): Day | undefined {
  const iso = /^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\s*$/.exec(text);
  if (iso !== null) {
    return dayOf({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  }
  const [day, month, year] = text.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  if (day === undefined || month === undefined) {
    return undefined;
  }
  return dayOf({ day: Number(day), month: readMonth(month, table), year: readYear(year) });
}

function readMonth(text: string, table: Table): number {
  const number = Number(text);
  const found = [table.format, table.standalone, table.short]
    .map(names => names.findIndex(name => text.startsWith(name.toLowerCase().slice(0, 3))))
    .find(index => index >= 0);
  return Number.isNaN(number) ? (found ?? -1) + 1 : number;
}

function readYear(text: string | undefined): number {
  if (text === undefined) {
    return partsOf(today())?.year ?? 0;
  }
  const year = Number(text);
  return text.length === 2 ? 2000 + year : year;
}

/** How a day stands in a field: in figures, which are typed fastest. */
export function writeDay(day: Day): string {
  const parts = partsOf(day);
  return parts === undefined
    ? day
    : `${String(parts.day).padStart(2, '0')}.${String(parts.month).padStart(2, '0')}.${parts.year}`;
}

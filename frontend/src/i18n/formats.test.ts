import { describe, expect, it } from 'vitest';
import { addDays, today } from '~/lib/day';
import { localeOf } from './catalogues';
import { formatsOf } from './formats';
import { type Language, languages } from './languages';
import { runMessage } from './message';

async function formats(language: Language) {
  const { table, common } = await localeOf(language);
  return formatsOf(table, (key, values = {}) => runMessage(common[key] ?? [], values, table));
}

const expected: Record<
  Language,
  { date: string; long: string; month: string; number: string; money: string; soon: string; past: string }
> = {
  uz: {
    date: '22-noy 2026',
    long: '22-noyabr, 2026',
    month: 'Noyabr, 2026',
    number: '1 234 567,89',
    money: '1 250,00 EUR',
    soon: '12 kundan keyin',
    past: '3 kun oldin',
  },
  ru: {
    date: '22 нояб. 2026',
    long: '22 ноября 2026 г.',
    month: 'ноябрь 2026 г.',
    number: '1 234 567,89',
    money: '1 250,00 EUR',
    soon: 'через 12 дней',
    past: '3 дня назад',
  },
  en: {
    date: '22 Nov 2026',
    long: '22 November 2026',
    month: 'November 2026',
    number: '1,234,567.89',
    money: '1,250.00 EUR',
    soon: 'in 12 days',
    past: '3 days ago',
  },
  tg: {
    date: '22 ноя 2026',
    long: '22 ноябри соли 2026',
    month: 'Ноябр 2026',
    number: '1 234 567,89',
    money: '1 250,00 EUR',
    soon: 'баъди 12 рӯз',
    past: '3 рӯз пеш',
  },
};

const plain = (text: string) => text.replace(/\s/g, ' ');

describe.each(languages)('in %s', language => {
  it('writes days, numbers and sums as the language does', async () => {
    const { date, longDate, month, number, money, relativeDay } = await formats(language);
    const day = '2026-11-22';
    expect({
      date: date(day),
      long: plain(longDate(day)),
      month: plain(month(day)),
      number: plain(number(1234567.89)),
      money: plain(money({ amount: '1250.00', currency: 'EUR' })),
      soon: relativeDay(addDays(today(), 12)),
      past: relativeDay(addDays(today(), -3)),
    }).toEqual(expected[language]);
  });
});

it('keeps every digit of a sum', async () => {
  const { number } = await formats('en');
  expect(number('123456789012345.6789')).toBe('123,456,789,012,345.6789');
  expect(number('-1250')).toBe('−1,250');
});

it('shows an unreadable day as it came', async () => {
  expect((await formats('uz')).date('soon')).toBe('soon');
});

it('counts in Russian by the last digits', async () => {
  const { plural } = await formats('ru');
  expect([1, 2, 5, 11, 21, 22, 111, 1.5].map(plural)).toEqual([
    'one',
    'few',
    'many',
    'many',
    'one',
    'few',
    'many',
    'other',
  ]);
});

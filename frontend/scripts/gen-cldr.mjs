// Months, days and numbers of the four languages: Chromium's Intl has no Uzbek and no Tajik.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// British English: the day comes first, as in the other three.
const LOCALES = { uz: 'uz', ru: 'ru', en: 'en-GB', tg: 'tg' };

/** CLDR's plural rules of the four, for the whole numbers that we count. It has none for Tajik, which counts like Uzbek. */
const PLURALS = {
  uz: "n => (n === 1 ? 'one' : 'other')",
  ru: "n => (n % 10 === 1 && n % 100 !== 11 ? 'one' : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 'few' : Number.isInteger(n) ? 'many' : 'other')",
  en: "n => (n === 1 ? 'one' : 'other')",
  tg: "n => (n === 1 ? 'one' : 'other')",
};

/** Where CLDR's draft is poor or unfit for the column of a register. */
const BY_HAND = {
  // The comma before the year is spared in tables; a month alone stands in titles.
  uz: { medium: 'd-MMM y', day: 'd-MMM', month: 'LLLL, y' },
  // The year's "г." is spared in tables.
  ru: { medium: 'd MMM y' },
  en: {},
  // CLDR capitalises the months, leaves out the izofat and says "Дшб": Tajik texts write "22 ноябри соли 2026".
  tg: {
    format: [
      'январи',
      'феврали',
      'марти',
      'апрели',
      'майи',
      'июни',
      'июли',
      'августи',
      'сентябри',
      'октябри',
      'ноябри',
      'декабри',
    ],
    short: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
    weekdays: ['Дш', 'Сш', 'Чш', 'Пш', 'Ҷм', 'Шн', 'Яш'],
    long: 'd MMMM соли y',
    medium: 'd MMM y',
    month: 'LLLL y',
  },
};

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function generateCldr() {
  return Object.entries(LOCALES).map(([language, locale]) => [
    `src/i18n/tables/${language}.gen.ts`,
    tableModule(language, locale),
  ]);
}

function tableModule(language, locale) {
  const { calendars } = require(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates;
  const { months, days, dateFormats, dateTimeFormats } = calendars.gregorian;
  const numbers = require(`cldr-numbers-full/main/${locale}/numbers.json`).main[locale].numbers;
  const symbols = numbers['symbols-numberSystem-latn'];
  const table = {
    format: Object.values(months.format.wide),
    standalone: Object.values(months['stand-alone'].wide),
    short: Object.values(months.format.abbreviated),
    weekdays: WEEK.map(day => days.format.short[day]),
    weekdayNames: WEEK.map(day => days['stand-alone'].wide[day]),
    long: dateFormats.long,
    medium: dateFormats.medium,
    day: dateTimeFormats.availableFormats.MMMd,
    month: dateTimeFormats.availableFormats.yMMMM,
    decimal: symbols.decimal,
    group: symbols.group,
    ...BY_HAND[language],
  };
  return `// Written by scripts/gen-cldr.mjs from CLDR ${require('cldr-core/package.json').version}.
import type { Table } from '../table';

export const table: Table = {
${Object.entries(table)
  .map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`)
  .join('')}  plural: ${PLURALS[language]},
};
`;
}

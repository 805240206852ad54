import { expect, it } from 'vitest';
import { table as ru } from '~/i18n/tables/ru.gen';
import { table as uz } from '~/i18n/tables/uz.gen';
import { readDay, writeDay } from './date-text';

it.each(['22.11.2026', '22/11/26', '22 11 2026', '2026-11-22', '22-noyabr, 2026', '22 noy 2026'])('reads %s', text => {
  expect(readDay(text, uz)).toBe('2026-11-22');
});

it('reads months in the cases of Russian', () => {
  expect(readDay('3 мая 2026', ru)).toBe('2026-05-03');
});

it.each(['', '31.02.2026', '22.13.2026', 'tomorrow', '22'])('takes %j for no day', text => {
  expect(readDay(text, uz)).toBeUndefined();
});

it('writes what it reads', () => {
  expect(writeDay('2026-01-05')).toBe('05.01.2026');
});

import { type KeyboardEvent, useState } from 'react';
import { useCommonT, useFormats, useTable } from '~/i18n/i18n';
import { addDays, addMonths, type Day, partsOf, today, weekdayOf } from '~/lib/day';
import { Button } from './button';
import styles from './date-input.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month to pick a day from, with the mouse or the arrow keys. */
export function Calendar({ value, onPick }: { value: Day | ''; onPick: (day: Day) => void }) {
  const t = useCommonT();
  const table = useTable();
  const { month, longDate } = useFormats();
  const [cursor, setCursor] = useState(partsOf(value) ? value : today());
  const weeks = weeksOf(cursor);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setCursor(addDays(cursor, step));
    }
  };
  return (
    <div>
      <div className={styles.head}>
        <Button look="plain" aria-label={t('date.previous_month')} onClick={() => setCursor(addMonths(cursor, -1))}>
          ←
        </Button>
        <span aria-live="polite">{month(cursor)}</span>
        <Button look="plain" aria-label={t('date.next_month')} onClick={() => setCursor(addMonths(cursor, 1))}>
          →
        </Button>
      </div>
      <table className={styles.grid}>
        <thead>
          <tr>
            {table.weekdays.map((name, n) => (
              <th key={name} scope="col" abbr={table.weekdayNames[n]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day}>
                  {day.slice(0, 7) === cursor.slice(0, 7) && (
                    <button
                      type="button"
                      className={styles.day}
                      ref={node => {
                        if (day === cursor) {
                          node?.focus();
                        }
                      }}
                      tabIndex={day === cursor ? 0 : -1}
                      aria-label={longDate(day)}
                      aria-pressed={day === value}
                      aria-current={day === today() ? 'date' : undefined}
                      onClick={event => {
                        onPick(day);
                        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
                      }}
                    >
                      {Number(day.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function weeksOf(day: Day): Day[][] {
  const first = `${day.slice(0, 7)}-01`;
  const start = addDays(first, -weekdayOf(first));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, n) => addDays(start, week * 7 + n)),
  );
  return weeks.filter(week => week.some(it => it.slice(0, 7) === first.slice(0, 7)));
}

import { lazy, Suspense, useState } from 'react';
import { useCommonT, useTable } from '~/i18n/i18n';
import type { Day } from '~/lib/day';
import styles from './date-input.module.css';
import { readDay, writeDay } from './date-text';
import type { ControlProps } from './form-field';
import { Popover } from './menu';

const Calendar = lazy(() => import('./calendar').then(({ Calendar }) => ({ default: Calendar })));

type Props = { control: ControlProps; value: Day | ''; onChange: (day: Day | '') => void; onBlur?: () => void };

/** A day, typed or picked. The browser's own field would speak the browser's language. What cannot be read stays and is sent, so that the form says so. */
export function DateInput({ control, value, onChange, onBlur }: Props) {
  const t = useCommonT();
  const table = useTable();
  const [typing, setTyping] = useState<string>();
  return (
    <div className={styles.date}>
      <input
        {...control}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('date.placeholder')}
        value={typing ?? writeDay(value)}
        onChange={event => {
          setTyping(event.target.value);
          onChange(readDay(event.target.value, table) ?? event.target.value);
        }}
        onBlur={() => {
          setTyping(undefined);
          onBlur?.();
        }}
      />
      <Popover label="" name={t('date.pick')} end>
        {() => (
          <Suspense>
            <Calendar value={value} onPick={onChange} />
          </Suspense>
        )}
      </Popover>
    </div>
  );
}

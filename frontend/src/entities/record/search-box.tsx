import { useEffect, useRef, useState } from 'react';
import styles from './record.module.css';

const PAUSE_MS = 250;

/** Searches while one types. `/` brings the focus here, see the shell. */
export function SearchBox({
  value,
  label,
  onChange,
}: {
  value: string;
  label: string;
  onChange: (value: string) => void;
}) {
  const [typing, setTyping] = useState<{ text: string; sent: boolean }>();
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (text: string) => {
    setTyping({ text, sent: false });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTyping({ text, sent: true });
      onChange(text.trim());
    }, PAUSE_MS);
  };
  // The address was changed by something else, such as the way back.
  if (shown !== value) {
    setShown(value);
    if (typing?.sent && typing.text.trim() !== value) {
      setTyping(undefined);
    }
  }
  return (
    <input
      type="search"
      data-search=""
      className={styles.search}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={typing?.text ?? value}
      onChange={event => write(event.target.value)}
      onBlur={() => setTyping(undefined)}
    />
  );
}

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
  const [typing, setTyping] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (text: string) => {
    setTyping(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(text.trim()), PAUSE_MS);
  };
  return (
    <input
      type="search"
      data-search=""
      className={styles.search}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={typing ?? value}
      onChange={event => write(event.target.value)}
      onBlur={() => setTyping(undefined)}
    />
  );
}

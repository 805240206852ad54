import { type ButtonHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { buttonClass } from './button';
import styles from './menu.module.css';

type PopoverProps = {
  label: ReactNode;
  /** For assistive technology, where the label is no words. */
  name?: string;
  look?: 'plain' | 'primary' | undefined;
  end?: boolean;
  children: () => ReactNode;
};

/** A button and what it opens; Escape, a click beside it and the focus are the browser's work. */
export function Popover({ label, name, look, end = false, children }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${buttonClass(look)} ${styles.arrow}`}
        popoverTarget={id}
        aria-label={name}
        aria-expanded={open}
      >
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        className={end ? `${styles.panel} ${styles.end}` : styles.panel}
        onToggle={event => {
          if (event.target === event.currentTarget) {
            setOpen(event.newState === 'open');
          }
        }}
      >
        {open && children()}
      </div>
    </>
  );
}

type ItemProps = ButtonHTMLAttributes<HTMLButtonElement> & { note?: string | undefined };

/** Acts and closes the panel it is in. */
export function MenuItem({ note, children, onClick, ...rest }: ItemProps) {
  return (
    <button
      type="button"
      {...rest}
      className={styles.item}
      onClick={event => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onClick?.(event);
      }}
    >
      {children}
      {note && <span className={styles.note}>{note}</span>}
    </button>
  );
}

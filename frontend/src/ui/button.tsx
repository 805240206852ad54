import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from 'react';
import styles from './button.module.css';

type Look = 'primary' | 'danger' | 'plain';

export function buttonClass(look?: Look): string {
  return look === undefined ? `${styles.button}` : `${styles.button} ${styles[look]}`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look | undefined;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** Acts. While busy it cannot be pressed again, and keeps the focus. */
export function Button({ look, busy = false, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look)}
      aria-disabled={busy || undefined}
      onClick={event => {
        if (busy) {
          event.preventDefault();
        } else {
          onClick?.(event);
        }
      }}
    />
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { look?: Look; ref?: Ref<HTMLAnchorElement> };

function Anchor({ look, ...rest }: AnchorProps) {
  return <a {...rest} className={buttonClass(look)} />;
}

const RoutedAnchor = createLink(Anchor);

/** Navigates, and looks like a button. */
export const LinkButton: LinkComponent<typeof Anchor> = props => <RoutedAnchor {...props} />;

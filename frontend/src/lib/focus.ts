import { useEffect, useRef } from 'react';

// After a navigation the focus goes to the title of the new page, which may come later than the page.

let awaited = false;

export function awaitTitle(): void {
  awaited = true;
}

export function focusTitle(title: HTMLElement | null): void {
  if (awaited && title !== null) {
    awaited = false;
    title.focus({ preventScroll: true });
  }
}

/** What had the focus may vanish, such as the filter that it took away: then the focus goes to the title of the page. */
export function useKeptFocus(): void {
  const last = useRef<EventTarget>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  // After every change of the page, for any may take the element away.
  useEffect(() => {
    if (last.current instanceof Element && !last.current.isConnected && document.activeElement === document.body) {
      last.current = null;
      document.querySelector('h1')?.focus({ preventScroll: true });
    }
  });
}

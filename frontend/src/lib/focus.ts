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

import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

/**
 * What the user chose. Language and appearance are the account's once somebody is signed in; what is kept on the device
 * serves before that, and for the first paint.
 */
const Preferences = v.object({
  language: v.optional(v.picklist(['uz', 'ru', 'en', 'tg'])),
  theme: v.optional(v.picklist(['light', 'dark'])),
  /** Rows of 30 px in place of 36. */
  compact: v.optional(v.boolean(), false),
  /** Single keys as commands; some people's tools type for them. */
  shortcuts: v.optional(v.boolean(), true),
  /** Columns that are hidden, by list. */
  hiddenColumns: v.optional(v.record(v.string(), v.array(v.string())), {}),
  /** The institution that was signed in to last. */
  institution: v.optional(v.string()),
});

export type Preferences = v.InferOutput<typeof Preferences>;

const KEY = 'hamkor.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    const parsed = v.safeParse(Preferences, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return parsed.success ? parsed.output : v.parse(Preferences, {});
  } catch {
    return v.parse(Preferences, {});
  }
}

export function preferences(): Preferences {
  return current;
}

/** What follows the user from device to device. */
export type Choice = Pick<Preferences, 'language' | 'theme'>;

let keep: ((change: Choice) => void) | undefined;

/** Somebody is signed in: their choices hold here, and new ones go to `keepWith`. Or nobody is any more. */
export function adoptChoice(choice: Choice, keepWith: (change: Choice) => void): void {
  keep = keepWith;
  apply({ theme: choice.theme, ...(choice.language && { language: choice.language }) });
}

export function leaveAccount(): void {
  keep = undefined;
}

export function setPreferences(change: Partial<Preferences>): void {
  apply(change);
  if ('language' in change || 'theme' in change) {
    keep?.({
      ...('language' in change && { language: change.language }),
      ...('theme' in change && { theme: change.theme }),
    });
  }
}

function apply(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  if (current.theme === undefined) {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = current.theme;
  }
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

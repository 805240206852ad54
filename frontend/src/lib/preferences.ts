import { useSyncExternalStore } from 'react';
import { anyOf, one, words } from './search';

/**
 * What the user chose. Language and appearance are the account's once somebody is signed in; what is kept on the device
 * serves before that, and for the first paint.
 */
export type Preferences = {
  language?: 'uz' | 'ru' | 'en' | 'tg' | undefined;
  theme?: 'light' | 'dark' | undefined;
  /** Rows of 30 px in place of 36. */
  compact: boolean;
  /** Single keys as commands; some people's tools type for them. */
  shortcuts: boolean;
  /** Columns that are hidden, by list. */
  hiddenColumns: Readonly<Record<string, readonly string[]>>;
  /** The institution that was signed in to last. */
  institution?: string | undefined;
};

const KEY = 'hamkor.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  let kept: Readonly<Record<string, unknown>> = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    // What another program left there is as good as nothing.
  }
  return {
    language: one(['uz', 'ru', 'en', 'tg'])(kept.language),
    theme: one(['light', 'dark'])(kept.theme),
    compact: kept.compact === true,
    shortcuts: kept.shortcuts !== false,
    hiddenColumns: columnsOf(kept.hiddenColumns),
    institution: words(kept.institution),
  };
}

function columnsOf(kept: unknown): Preferences['hiddenColumns'] {
  const lists = Object.entries(kept ?? {}).map(([list, columns]) => [list, anyOf(columns) ?? []] as const);
  return Object.fromEntries(lists);
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

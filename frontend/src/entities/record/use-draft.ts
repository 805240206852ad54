import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

// What was typed and not saved is kept on this device, by user and form, until it is saved or discarded.

export type Draft = { at: string; version?: number | undefined; values: FieldValues };

const PREFIX = 'hamkor.draft.';
const PAUSE_MS = 500;

export function readDraft(key: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(draft: unknown): draft is Draft {
  return typeof draft === 'object' && draft !== null && 'values' in draft && 'at' in draft;
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept, then.
  }
}

/** Writes the draft a moment after the last change. */
export function useKeepDraft(key: string | false, form: UseFormReturn, version: number | undefined): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!key) {
      return;
    }
    const { unsubscribe } = form.watch((values, { type }) => {
      if (type === undefined && !form.formState.isDirty) {
        return;
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        try {
          localStorage.setItem(
            PREFIX + key,
            JSON.stringify({ at: new Date().toISOString(), version, values } satisfies Draft),
          );
        } catch {
          // Without storage, leaving the page asks all the same.
        }
      }, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer.current);
      unsubscribe();
    };
  }, [key, form, version]);
}

import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '~/entities/session';
import { preferences } from '~/lib/preferences';
import { sections } from './sections';

const SEQUENCE_MS = 1500;

/** `g a` goes to a section, `n` makes a new record, `/` searches, `?` helps, Ctrl K opens the palette. */
export function useShortcuts(open: (what: 'palette' | 'help') => void): void {
  const navigate = useNavigate();
  const may = useMay();
  const path = useRouterState({ select: state => state.location.pathname });
  const went = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        open('palette');
        return;
      }
      if (!preferences().shortcuts || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
        return;
      }
      act(event);
    };
    const act = (event: KeyboardEvent) => {
      // By the place of the key: on a Cyrillic layout the letter is another.
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
      const section = sections.find(it => it.letter === letter && may(it.needs));
      const create = sections.find(it => it.to !== '/' && path.startsWith(it.to))?.create;
      if (event.timeStamp - went.current < SEQUENCE_MS && section !== undefined) {
        void navigate({ to: section.to });
      } else if (letter === 'g') {
        went.current = event.timeStamp;
        return;
      } else if (letter === 'n' && create !== undefined && may(create.needs)) {
        void navigate({ to: create.to });
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-search]');
        if (search !== null) {
          event.preventDefault();
          search.focus();
        }
      } else if (event.key === '?') {
        open('help');
      }
      went.current = Number.NEGATIVE_INFINITY;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate, may, path, open]);
}

function isTyping(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, dialog, [contenteditable]') !== null
  );
}

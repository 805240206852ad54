import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { resource } from '~/api/resource';
import { useMay } from '~/entities/session';
import { useCommonT, useText } from '~/i18n/i18n';
import type { Text } from '~/i18n/languages';
import { Dialog } from '~/ui/dialog';
import styles from './palette.module.css';
import { sections } from './sections';

type Entry = { key: string; label: string; note: string; path: string };
type Named = { id: string; title?: Text; names?: Text; name?: string; acronym?: string; number?: string };

const PER_RESOURCE = 5;

/** Finds records of every kind, and the ways to sections and actions. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useCommonT();
  const navigate = useNavigate();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(query);
  const current = entries[Math.min(at, entries.length - 1)];
  const go = (entry: Entry | undefined) => {
    if (entry !== undefined) {
      onClose();
      void navigate({ href: entry.path });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(now => (now + step + entries.length) % Math.max(entries.length, 1));
    } else if (event.key === 'Enter') {
      go(current);
    }
  };
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={current && `${id}-${current.key}`}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={query}
        onChange={event => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {t('palette.results', { count: entries.length })}
      </p>
      <div id={id} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {entries.map(entry => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={entry.key}
            id={`${id}-${entry.key}`}
            role="option"
            aria-selected={entry === current}
            className={styles.entry}
            onClick={() => go(entry)}
          >
            {entry.label} <span className={styles.note}>{entry.note}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p>{t('palette.nothing')}</p>}
    </Dialog>
  );
}

function useEntries(query: string): Entry[] {
  const t = useCommonT();
  const text = useText();
  const may = useMay();
  const q = useDeferredValue(query.trim());
  const open = sections.filter(({ needs }) => may(needs));
  const searched = open.filter(({ fields }) => fields !== undefined);
  const answers = useQueries({
    queries: searched.map(({ name, fields }) => ({
      // The lists answer alike as far as it matters here.
      ...resource(name as 'partners').list({ q, limit: PER_RESOURCE, fields } as never),
      enabled: q.length > 1,
    })),
  });
  const records = searched.flatMap(({ name, to }, n) =>
    (q.length > 1 ? ((answers[n]?.data?.items ?? []) as Named[]) : []).map(record => ({
      key: record.id,
      label: record.name ?? record.acronym ?? text(record.title ?? record.names),
      note: [record.number, t(`nav.${name}`)].filter(Boolean).join(' · '),
      path: `${to}/${record.id}`,
    })),
  );
  const ways: Entry[] = open.flatMap(({ name, to, create }) => [
    { key: name, label: t(`nav.${name}`), note: t('palette.go'), path: to },
    ...(create !== undefined && may(create.needs)
      ? [
          {
            key: `${name}-new`,
            label: `${t('shortcuts.new')}: ${t(`nav.${name}`)}`,
            note: t('palette.action'),
            path: create.to,
          },
        ]
      : []),
  ]);
  return [...records, ...ways.filter(({ label }) => label.toLowerCase().includes(q.toLowerCase()))];
}

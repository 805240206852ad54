import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryEntry, Resource, ResourceName } from '~/api/resource';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Diamond, type Sign } from '~/ui/mark';
import { ProblemState, StaleNotice } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { FieldValue } from './field-value';
import styles from './record.module.css';
import { type Names, useNames } from './references';

const signs: Readonly<Record<HistoryEntry['action'], Sign>> = {
  created: { fill: 'hollow', tone: 'work' },
  updated: { fill: 'half', tone: 'quiet' },
  transitioned: { fill: 'full', tone: 'work' },
  archived: { fill: 'barred', tone: 'bad' },
  restored: { fill: 'full', tone: 'good' },
};

/** Every change with its author, newest first. */
export function History<N extends ResourceName>({ resource, id }: { resource: Resource<N>; id: string }) {
  const t = useCommonT();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError } =
    useInfiniteQuery(resource.historyPages(id));
  const entries = data?.pages.flatMap(it => it.items) ?? [];
  const names = useNames(resource.name, entries.flatMap(valuesOf));
  if (data === undefined) {
    return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />;
  }
  return (
    <>
      <ol className={styles.history}>
        {entries.map(entry => (
          <Entry key={entry.seq} entry={entry} feature={resource.name} names={names} />
        ))}
      </ol>
      {error && <StaleNotice error={error} onRetry={() => void (isFetchNextPageError ? fetchNextPage() : refetch())} />}
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('history.older')}
          </Button>
        </div>
      )}
    </>
  );
}

type Changes = Record<string, { from?: unknown; to?: unknown }>;

const changesOf = (entry: HistoryEntry) => Object.entries(entry.changes as Changes);
/** What a first entry set stands in the record itself. */
const valuesOf = (entry: HistoryEntry) =>
  entry.action === 'created'
    ? []
    : changesOf(entry).flatMap(([field, { from, to }]) => [[field, from] as const, [field, to] as const]);

function Entry({ entry, feature, names }: { entry: HistoryEntry; feature: string; names: Names }) {
  const t = useCommonT();
  const words = useFeatureT(feature);
  const { instant } = useFormats();
  const changes = changesOf(entry);
  return (
    <li className={styles.entry}>
      <Diamond {...signs[entry.action]} />
      <div>
        <p>
          {t(`history.${entry.action}`, { name: entry.actor_name ?? t('history.system') })}{' '}
          <time className={styles.meta} dateTime={entry.at}>
            {instant(entry.at)}
          </time>
        </p>
        {entry.comment && <blockquote className={styles.comment}>{entry.comment}</blockquote>}
        {entry.action !== 'created' && changes.length > 0 && (
          <ul className={styles.changes}>
            {changes.map(([field, { from, to }]) => (
              <li key={field}>
                {words(`field.${field}`)}
                {(from !== undefined || to !== undefined) && (
                  <>
                    : <FieldValue field={field} value={from} t={words} names={names} /> →{' '}
                    <FieldValue field={field} value={to} t={words} names={names} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

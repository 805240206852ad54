import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry, Resource, ResourceName } from '~/api/resource';
import { useCommonT, useFeatureT, useFormats } from '~/i18n/i18n';
import { Diamond, type Sign } from '~/ui/mark';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { FieldValue } from './field-value';
import styles from './record.module.css';

const signs: Readonly<Record<HistoryEntry['action'], Sign>> = {
  created: { fill: 'hollow', tone: 'work' },
  updated: { fill: 'half', tone: 'quiet' },
  transitioned: { fill: 'full', tone: 'work' },
  archived: { fill: 'barred', tone: 'bad' },
  restored: { fill: 'full', tone: 'good' },
};

/** Every change with its author, newest first. */
export function History<N extends ResourceName>({ resource, id }: { resource: Resource<N>; id: string }) {
  const { data, error, refetch } = useQuery(resource.history(id));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={4} />;
  }
  return (
    <ol className={styles.history}>
      {data.items.map(entry => (
        <Entry key={entry.seq} entry={entry} feature={resource.name} />
      ))}
    </ol>
  );
}

function Entry({ entry, feature }: { entry: HistoryEntry; feature: string }) {
  const t = useCommonT();
  const words = useFeatureT(feature);
  const { instant } = useFormats();
  const changes = Object.entries(entry.changes as Record<string, { from?: unknown; to?: unknown }>);
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
                    : <FieldValue field={field} value={from} t={words} /> →{' '}
                    <FieldValue field={field} value={to} t={words} />
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

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RecordOf, Resource, ResourceName } from '~/api/resource';
import { useCommonT, useFormats } from '~/i18n/i18n';
import { Stack } from '~/ui/page';
import { ProblemState, StaleNotice } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import styles from './record.module.css';

type Props<N extends ResourceName> = {
  resource: Resource<N>;
  id: string;
  query?: Record<string, string[]>;
  children: (record: RecordOf<N>) => ReactNode;
};

/** Loads a record for its page; what cannot be had is told in its place. A form that is open stays, whatever the network does. */
export function DetailPage<N extends ResourceName>({ resource, id, query, children }: Props<N>) {
  const { data, error, refetch } = useQuery(resource.detail(id, query));
  const retry = () => void refetch();
  if (data === undefined) {
    return error ? <ProblemState error={error} onRetry={retry} /> : <Skeleton />;
  }
  return (
    <Stack>
      {error && <StaleNotice error={error} onRetry={retry} />}
      {children(data)}
    </Stack>
  );
}

export function RecordDates({ record }: { record: { created_at: string; updated_at: string; version: number } }) {
  const t = useCommonT();
  const { instant, number } = useFormats();
  return (
    <p className={styles.meta}>
      {t('record.dates', {
        created: instant(record.created_at),
        updated: instant(record.updated_at),
        version: number(record.version),
      })}
    </p>
  );
}

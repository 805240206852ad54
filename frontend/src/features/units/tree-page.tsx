import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useCommonT } from '~/i18n/i18n';
import { LinkButton } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { Mark } from '~/ui/mark';
import { PageHead } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { allUnits } from './api';
import { useT } from './t';
import type { UnitsSearch } from './tabs';
import { type Branch, treeOf } from './tree';
import styles from './units.module.css';

type Props = { search: UnitsSearch; onSearch: (search: UnitsSearch) => void };

/** What the institution consists of. */
export function UnitsPage({ search, onSearch }: Props) {
  const t = useT();
  const common = useCommonT();
  const may = useMay();
  const archived = search.archived === 'include';
  const { data, error, refetch } = useQuery(allUnits(archived));
  const make = may('admin') && (
    <LinkButton look="primary" to="/settings/units/new">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t('title')} meta={data && t('count', { count: data.length })}>
        {make}
      </PageHead>
      <Checkbox
        checked={archived}
        onChange={event => onSearch({ archived: event.target.checked ? 'include' : undefined })}
      >
        {common('filter.archived')}
      </Checkbox>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton />
      ) : data.length === 0 ? (
        <EmptyState action={make}>{t('empty')}</EmptyState>
      ) : (
        <Branches of={treeOf(data)} />
      )}
    </>
  );
}

export function Branches({ of: branches }: { of: readonly Branch[] }) {
  const t = useT();
  return (
    <ul className={styles.branches}>
      {branches.map(({ unit, parts }) => (
        <li key={unit.id}>
          <p className={styles.unit}>
            <Link to="/settings/units/$id" params={{ id: unit.id }}>
              <RecordText of={unit.names} />
            </Link>
            <span className={styles.note}>
              {t(`kind.${unit.kind}`)}
              {unit.head && `, ${t('head', { name: unit.head.name })}`}
            </span>
            {unit.archived_at && (
              <Mark fill="barred" tone="quiet">
                {t('archived')}
              </Mark>
            )}
          </p>
          {parts.length > 0 && <Branches of={parts} />}
        </li>
      ))}
    </ul>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { inAlphabetOf, type QueryOf, type RecordOf, type Resource, type ResourceName } from '~/api/resource';
import { useCommonT, useFeatureT, useLanguage } from '~/i18n/i18n';
import type { Language } from '~/i18n/languages';
import { setPreferences, usePreferences } from '~/lib/preferences';
import type { ListSearch } from '~/lib/search';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { type Column, DataTable } from '~/ui/data-table';
import { Popover } from '~/ui/menu';
import { PageHead } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { ArchiveMany } from './archive';
import { FilterButtons, FilterChips } from './filter-bar';
import type { Filter, SearchValues } from './filters';
import styles from './record.module.css';
import { SearchBox } from './search-box';

type Props<N extends ResourceName, S extends ListSearch> = {
  resource: Resource<N>;
  search: S;
  onSearch: (search: S) => void;
  columns: readonly Column<RecordOf<N>>[];
  filters: readonly Filter[];
  /** What the list asks for besides the search, such as `expand` and the order that it begins with. */
  query?: QueryOf<N>;
  rowName: (record: RecordOf<N>) => string;
  /** The button of a new record. */
  actions?: ReactNode;
  /** Links to other ways to look at the list. */
  views?: ReactNode;
  /** May the user archive? */
  bulk?: boolean;
};

/** What a list of any resource asks the API: its search, and the page. What the search leaves open stays as the list has it. */
function listQuery<N extends ResourceName>(
  name: N,
  language: Language,
  search: ListSearch,
  query?: QueryOf<N>,
): QueryOf<N> {
  const asked = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
  const sort = search.sort ?? orderOf(query);
  const order = sort !== undefined && { sort: inAlphabetOf(language, name, sort) };
  return { ...query, ...asked, ...order, include_total: true } as unknown as QueryOf<N>;
}

export function ListPage<N extends ResourceName, S extends ListSearch>(props: Props<N, S>) {
  const { resource, search, onSearch, filters, columns, actions, views } = props;
  const t = useFeatureT(resource.name);
  const common = useCommonT();
  const { language } = useLanguage();
  const { hiddenColumns } = usePreferences();
  const list = useQuery(resource.list(listQuery(resource.name, language, search, props.query)));
  const hidden = hiddenColumns[resource.name] ?? columns.filter(it => it.optional).map(it => it.id);
  const shown = columns.filter((column, n) => n === 0 || !hidden.includes(column.id));
  // Whatever narrows or orders the list begins it anew.
  const change = (values: SearchValues) => onSearch({ ...search, cursor: undefined, ...values });
  const total = list.data?.page.total;
  return (
    <>
      <PageHead title={t('title')} meta={total !== undefined && t('count', { count: total })}>
        {actions}
      </PageHead>
      {views && <div className={styles.views}>{views}</div>}
      <search className={styles.bar}>
        <SearchBox value={search.q ?? ''} label={t('search')} onChange={q => change({ q: q || undefined })} />
        <FilterButtons feature={resource.name} filters={filters} search={search} onChange={change} />
        <Checkbox
          checked={search.archived === 'include'}
          onChange={event => change({ archived: event.target.checked ? 'include' : undefined })}
        >
          {common('filter.archived')}
        </Checkbox>
        <ColumnChoice list={resource.name} columns={columns} hidden={hidden} />
      </search>
      <FilterChips feature={resource.name} filters={filters} search={search} onChange={change} />
      <Body {...props} list={list} shown={shown} onChange={change} />
    </>
  );
}

type BodyProps<N extends ResourceName, S extends ListSearch> = Props<N, S> & {
  list: ReturnType<typeof useQuery<{ items: RecordOf<N>[]; page: { next_cursor?: string; prev_cursor?: string } }>>;
  shown: readonly Column<RecordOf<N>>[];
  onChange: (values: SearchValues) => void;
};

function Body<N extends ResourceName, S extends ListSearch>({
  resource,
  list,
  shown,
  search,
  query,
  onChange,
  rowName,
  bulk = false,
  actions,
}: BodyProps<N, S>) {
  const t = useFeatureT(resource.name);
  const common = useCommonT();
  const { compact } = usePreferences();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (list.isError) {
    return <ProblemState error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.data === undefined) {
    return <Skeleton />;
  }
  const { items, page } = list.data;
  const { sort, cursor: _cursor, ...narrowed } = search;
  if (items.length === 0) {
    const filtered = Object.values(narrowed).some(it => it !== undefined);
    const clear = () => onChange(Object.fromEntries(Object.keys(search).map(name => [name, undefined])));
    return (
      <EmptyState action={filtered ? <Button onClick={clear}>{common('filter.clear')}</Button> : actions}>
        {filtered ? common('list.no_match') : t('empty')}
      </EmptyState>
    );
  }
  const selected = items.filter(it => chosen.has(it.id));
  return (
    <div className={list.isPlaceholderData ? styles.stale : undefined} aria-busy={list.isPlaceholderData}>
      {selected.length > 0 && (
        <ArchiveMany resource={resource} records={selected} onDone={() => setChosen(new Set())} />
      )}
      <DataTable
        caption={t('title')}
        columns={shown}
        rows={items}
        sort={sort ?? orderOf(query)}
        onSort={next => onChange({ sort: next })}
        selection={bulk ? { ids: chosen, onChange: setChosen } : undefined}
        compact={compact}
        rowName={rowName}
      />
      <Pager previous={page.prev_cursor} next={page.next_cursor} onCursor={cursor => onChange({ cursor })} />
    </div>
  );
}

function orderOf(query: object | undefined): string | undefined {
  return query !== undefined && 'sort' in query ? String(query.sort) : undefined;
}

function ColumnChoice<Row>({
  list,
  columns,
  hidden,
}: {
  list: string;
  columns: readonly Column<Row>[];
  hidden: readonly string[];
}) {
  const t = useCommonT();
  const { hiddenColumns, compact } = usePreferences();
  const toggle = (id: string) => {
    const next = hidden.includes(id) ? hidden.filter(it => it !== id) : [...hidden, id];
    setPreferences({ hiddenColumns: { ...hiddenColumns, [list]: next } });
  };
  return (
    <Popover label={t('table.columns')} end>
      {() => (
        <div className={styles.options}>
          {columns.slice(1).map(column => (
            <Checkbox key={column.id} checked={!hidden.includes(column.id)} onChange={() => toggle(column.id)}>
              {column.header}
            </Checkbox>
          ))}
          <hr />
          <Checkbox checked={compact} onChange={() => setPreferences({ compact: !compact })}>
            {t('table.compact')}
          </Checkbox>
        </div>
      )}
    </Popover>
  );
}

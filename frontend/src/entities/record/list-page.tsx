import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import {
  inAlphabetOf,
  type Page,
  type PageInfo,
  type QueryOf,
  type RecordOf,
  type Resource,
  type ResourceName,
} from '~/api/resource';
import { useCommonT, useFeatureT, useLanguage } from '~/i18n/i18n';
import type { Language } from '~/i18n/languages';
import { useKeptFocus } from '~/lib/focus';
import { setPreferences, usePreferences } from '~/lib/preferences';
import type { ListSearch } from '~/lib/search';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { type Column, DataTable } from '~/ui/data-table';
import { Popover } from '~/ui/menu';
import { PageHead } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { ProblemState, StaleNotice } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { ArchiveMany } from './archive';
import { DownloadMenu, isExportable } from './download';
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
  /** What there is in all, in a sentence. */
  summary?: ReactNode;
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

/** The same search without its pages. */
function tableQuery<N extends ResourceName>(
  name: N,
  language: Language,
  search: ListSearch,
  query?: QueryOf<N>,
): QueryOf<N> {
  const { cursor, include_total, expand, ...whole } = listQuery(name, language, search, query) as Record<
    string,
    unknown
  >;
  return whole as unknown as QueryOf<N>;
}

export function ListPage<N extends ResourceName, S extends ListSearch>(props: Props<N, S>) {
  const { resource, search, onSearch, filters, columns, actions, summary, views } = props;
  const t = useFeatureT(resource.name);
  const common = useCommonT();
  const { language } = useLanguage();
  const { hiddenColumns } = usePreferences();
  useKeptFocus();
  const list = useQuery(resource.list(listQuery(resource.name, language, search, props.query)));
  const hidden = hiddenColumns[resource.name] ?? columns.filter(it => it.optional).map(it => it.id);
  const shown = columns.filter((column, n) => n === 0 || !hidden.includes(column.id));
  // Whatever narrows or orders the list begins it anew.
  const change = (values: SearchValues) => onSearch({ ...search, cursor: undefined, ...values });
  return (
    <>
      <PageHead title={t('title')} meta={<Count name={resource.name} page={list.data?.page} />}>
        {actions}
      </PageHead>
      {summary && <div className={styles.summary}>{summary}</div>}
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
        {isExportable(resource.name) && (
          <DownloadMenu resource={resource} query={tableQuery(resource.name, language, search, props.query)} />
        )}
      </search>
      <FilterChips feature={resource.name} filters={filters} search={search} onChange={change} />
      <Body {...props} list={list} shown={shown} onChange={change} />
    </>
  );
}

/** How many there are in all. The server counts so far and no further. */
function Count({ name, page }: { name: ResourceName; page: PageInfo | undefined }) {
  const t = useFeatureT(name);
  const common = useCommonT();
  if (page?.total === undefined) {
    return null;
  }
  const records = t('count', { count: page.total });
  return page.total_is_exact === false ? common('list.more_than', { records }) : records;
}

type BodyProps<N extends ResourceName, S extends ListSearch> = Props<N, S> & {
  list: ReturnType<typeof useQuery<Page<RecordOf<N>>>>;
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
  const retry = () => void list.refetch();
  if (list.data === undefined) {
    return list.isError ? <ProblemState error={list.error} onRetry={retry} /> : <Skeleton />;
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
  const forget = () => setChosen(new Set());
  return (
    <div className={list.isPlaceholderData ? styles.stale : undefined} aria-busy={list.isPlaceholderData}>
      {list.isError && <StaleNotice error={list.error} onRetry={retry} />}
      {selected.length > 0 && (
        <div className={styles.bar}>
          <span role="status">{common('table.selected', { count: selected.length })}</span>
          {isExportable(resource.name) && (
            <DownloadMenu resource={resource} query={chosenQuery<N>(selected, sort ?? orderOf(query))} />
          )}
          {bulk && <ArchiveMany resource={resource} records={selected} onDone={forget} />}
          <Button look="plain" onClick={forget}>
            {common('action.cancel')}
          </Button>
        </div>
      )}
      <DataTable
        caption={t('title')}
        columns={shown}
        rows={items}
        sort={sort ?? orderOf(query)}
        onSort={next => onChange({ sort: next })}
        selection={bulk || isExportable(resource.name) ? { ids: chosen, onChange: setChosen } : undefined}
        compact={compact}
        rowName={rowName}
      />
      <Pager previous={page.prev_cursor} next={page.next_cursor} onCursor={cursor => onChange({ cursor })} />
    </div>
  );
}

function chosenQuery<N extends ResourceName>(records: readonly RecordOf<N>[], sort: string | undefined): QueryOf<N> {
  return { id: records.map(it => it.id), archived: 'include', sort } as unknown as QueryOf<N>;
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

import type { ReactNode } from 'react';
import { useCommonT } from '~/i18n/i18n';
import styles from './data-table.module.css';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The field that the server sorts by. */
  sort?: string;
  /** Figures line up at their end. */
  align?: 'end';
  /** Shown only to those who choose it. */
  optional?: boolean;
};

export type Selection = { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void };

type Props<Row> = {
  caption: string;
  /** The first names the row, holds its link, and stays in sight. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sort: string | undefined;
  onSort: (sort: string) => void;
  selection?: Selection | undefined;
  compact?: boolean;
  rowName: (row: Row) => string;
};

export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { caption, columns, rows, selection, compact = false } = props;
  return (
    <table className={compact ? `${styles.table} ${styles.compact}` : styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {selection && <SelectAll rows={rows} selection={selection} />}
          {columns.map((column, n) => (
            <HeadCell key={column.id} column={column} pinned={n === 0} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            {selection && <SelectOne row={row} name={props.rowName(row)} selection={selection} />}
            {columns.map((column, n) => (
              <BodyCell key={column.id} column={column} row={row} pinned={n === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeadProps<Row> = {
  column: Column<Row>;
  pinned: boolean;
  sort: string | undefined;
  onSort: (sort: string) => void;
};

function HeadCell<Row>({ column, pinned, sort, onSort }: HeadProps<Row>) {
  const field = column.sort;
  const ascending = field !== undefined && sort === field;
  const descending = field !== undefined && sort === `-${field}`;
  return (
    <th
      scope="col"
      className={classes(pinned && 'pinned', column.align === 'end' && 'end')}
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
    >
      {field === undefined ? (
        column.header
      ) : (
        <button type="button" className={styles.sort} onClick={() => onSort(ascending ? `-${field}` : field)}>
          {column.header}
        </button>
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, pinned }: { column: Column<Row>; row: Row; pinned: boolean }) {
  const content = column.cell(row);
  const empty = content === undefined || content === null || content === '';
  const labelled = empty ? null : (
    <>
      <span className={styles.label}>{column.header}</span>
      {content}
    </>
  );
  return pinned ? (
    <th scope="row" className={styles.pinned}>
      {labelled}
    </th>
  ) : (
    <td className={classes(column.align === 'end' && 'end')}>{labelled}</td>
  );
}

function SelectAll<Row extends { id: string }>({ rows, selection }: { rows: readonly Row[]; selection: Selection }) {
  const t = useCommonT();
  const all = rows.length > 0 && rows.every(row => selection.ids.has(row.id));
  return (
    <th scope="col" className={styles.select}>
      <input
        type="checkbox"
        aria-label={t('table.select_all')}
        checked={all}
        onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(row => row.id)))}
      />
    </th>
  );
}

function SelectOne<Row extends { id: string }>({
  row,
  name,
  selection,
}: {
  row: Row;
  name: string;
  selection: Selection;
}) {
  const t = useCommonT();
  const chosen = selection.ids.has(row.id);
  const toggle = () => {
    const ids = new Set(selection.ids);
    if (chosen) {
      ids.delete(row.id);
    } else {
      ids.add(row.id);
    }
    selection.onChange(ids);
  };
  return (
    <td className={styles.select}>
      <input type="checkbox" aria-label={t('table.select_row', { name })} checked={chosen} onChange={toggle} />
    </td>
  );
}

function classes(...names: (string | false)[]): string | undefined {
  return names.flatMap(name => (name ? [styles[name]] : [])).join(' ') || undefined;
}

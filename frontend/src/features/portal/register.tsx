import type { ReactNode } from 'react';
import styles from './register.module.css';

export type Row = { key: string; cells: readonly ReactNode[] };
export type RowGroup = { key: string; id?: string; title: ReactNode; note: ReactNode; rows: readonly Row[] };

type RegisterProps = { caption: string; heads: readonly string[]; groups: readonly RowGroup[] };

/** A printed register: one table, its rows under the titles of their groups. */
export function Register({ caption, heads, groups }: RegisterProps) {
  return (
    <table className={styles.register}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, id, title, note, rows }) => (
        <tbody key={key} id={id}>
          <tr className={styles.group}>
            <th colSpan={heads.length} scope="rowgroup">
              {title} <span>{note}</span>
            </th>
          </tr>
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row">{row.cells[0]}</th>
              {heads.slice(1).map((head, n) => (
                <td key={head}>
                  <span className={styles.label}>{head}</span>
                  <span>{row.cells[n + 1]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

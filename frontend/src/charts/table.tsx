import { useFormats } from '~/i18n/i18n';
import { AddressLink } from '~/ui/address-link';
import styles from './charts.module.css';
import type { ChartData } from './data';

/** The figures in words. Hidden, it is read beside the drawing, whose marks have the links. */
export function DataOf({ data, title, hidden = false }: { data: ChartData; title: string; hidden?: boolean }) {
  const { number } = useFormats();
  return (
    <table className={hidden ? 'visually-hidden' : styles.table}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{data.rows}</th>
          {data.series.map(it => (
            <th scope="col" key={it.id}>
              {it.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.items.map(item => (
          <tr key={item.id}>
            <th scope="row">{item.label}</th>
            {item.values.map((value, n) => {
              const address = item.addresses?.[n];
              return (
                <td key={data.series[n]?.id}>
                  {hidden || address === undefined || value === 0 ? (
                    number(value)
                  ) : (
                    <AddressLink address={address}>{number(value)}</AddressLink>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

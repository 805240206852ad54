import type { ReactNode } from 'react';
import { useFormats } from '~/i18n/i18n';
import { AddressLink } from '~/ui/address-link';
import styles from './charts.module.css';
import type { ChartData, Item } from './data';

type Props = { data: ChartData; item: Item; series: number; children: ReactNode };

/** A mark that says what it stands for and opens the list behind it. */
export function Mark({ data, item, series, children }: Props) {
  const { number } = useFormats();
  const value = item.values[series] ?? 0;
  const address = item.addresses?.[series];
  const name = [item.label, data.series.length > 1 && data.series[series]?.label, number(value)]
    .filter(Boolean)
    .join(', ');
  if (address === undefined || value === 0) {
    return (
      <g>
        <title>{name}</title>
        {children}
      </g>
    );
  }
  return (
    <AddressLink address={address} className={styles.mark} aria-label={name}>
      <title>{name}</title>
      {children}
    </AddressLink>
  );
}

/** The second series is hatched, as the first is full: one sees which is which without colours. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" className={styles.hatchGround} />
      <rect width="2.5" height="5" className={styles.second} />
    </pattern>
  );
}

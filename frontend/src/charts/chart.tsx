import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useCommonT } from '~/i18n/i18n';
import { Button } from '~/ui/button';
import { Diamond } from '~/ui/mark';
import styles from './charts.module.css';
import type { ChartData, DrawingProps } from './data';
import { DataOf } from './table';
import { useWidth } from './use-width';

// The scales come with the first chart that is seen.
const drawings: Readonly<Record<'grouped' | 'bars' | 'lines', ComponentType<DrawingProps>>> = {
  grouped: lazy(() => import('./grouped-bars').then(({ GroupedBars }) => ({ default: GroupedBars }))),
  bars: lazy(() => import('./bars').then(({ Bars }) => ({ default: Bars }))),
  lines: lazy(() => import('./lines').then(({ Lines }) => ({ default: Lines }))),
};

type Props = { title: string; note?: ReactNode; data: ChartData };

export function Chart({ kind, ...rest }: Props & { kind: keyof typeof drawings }) {
  const t = useCommonT();
  const Drawing = drawings[kind];
  return (
    <ChartFrame {...rest} legend drawn={t('chart.as_chart')}>
      <Measured>{width => <Drawing data={rest.data} title={rest.title} width={width} />}</Measured>
    </ChartFrame>
  );
}

type FrameProps = Props & { legend?: boolean; drawn: string; children: ReactNode };

/** A title, what the signs mean, the drawing, and the same as a table for those who read better than they see. */
export function ChartFrame({ title, note, data, legend = false, drawn, children }: FrameProps) {
  const t = useCommonT();
  const [table, setTable] = useState(false);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <h2>{title}</h2>
        {legend && data.series.length > 1 && !table && <Legend data={data} />}
        <Button look="plain" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? drawn : t('chart.as_table')}
        </Button>
      </figcaption>
      {note && <p className={styles.note}>{note}</p>}
      {table ? <DataOf data={data} title={title} /> : children}
      {!table && <DataOf data={data} title={title} hidden />}
    </figure>
  );
}

function Legend({ data }: { data: ChartData }) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {data.series.map(({ id, label }, n) => (
        <li key={id}>
          <Diamond fill={n === 0 ? 'full' : 'half'} tone={n === 0 ? 'work' : 'attention'} /> {label}
        </li>
      ))}
    </ul>
  );
}

/** Draws as wide as there is room, so that letters keep their size. */
function Measured({ children }: { children: (width: number) => ReactNode }) {
  const [ref, width] = useWidth();
  return (
    <div ref={ref} className={styles.drawing}>
      {width > 0 && <Suspense>{children(width)}</Suspense>}
    </div>
  );
}

import { scaleBand, scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { Axis, plot } from './axis';
import styles from './charts.module.css';
import { type DrawingProps, largest } from './data';
import { Hatch, Mark } from './mark';
import { Picture } from './picture';

const HEIGHT = 260;
/** Below this a value has no room above its bar. */
const ROOM = 14;

/** Bars side by side, a group for each row. */
export function GroupedBars({ data, title, width }: DrawingProps) {
  const hatch = useId();
  const { left, right, top, bottom } = plot(width, HEIGHT);
  const groups = scaleBand([left, right])
    .domain(data.items.map(it => it.id))
    .paddingInner(0.35)
    .paddingOuter(0.2);
  const bars = scaleBand([0, Math.min(groups.bandwidth(), 96)])
    .domain(data.series.map(it => it.id))
    .paddingInner(0.12);
  const inset = (groups.bandwidth() - Math.min(groups.bandwidth(), 96)) / 2;
  const y = scaleLinear([0, largest(data)], [bottom, top]).nice(4);
  return (
    <Picture className={styles.svg} width={width} height={HEIGHT} title={title}>
      <Hatch id={hatch} />
      <Axis
        width={width}
        height={HEIGHT}
        y={y}
        labels={data.items.map(it => ({ ...it, x: (groups(it.id) ?? 0) + groups.bandwidth() / 2 }))}
      />
      {data.items.map(item =>
        data.series.map(({ id }, n) => {
          const value = item.values[n] ?? 0;
          const x = (groups(item.id) ?? 0) + inset + (bars(id) ?? 0);
          return (
            <Mark key={item.id + id} data={data} item={item} series={n}>
              <rect
                x={x}
                y={y(value)}
                width={bars.bandwidth()}
                height={y(0) - y(value)}
                className={n === 0 ? styles.first : styles.hatched}
                fill={n === 0 ? undefined : `url(#${hatch})`}
              />
              {bars.bandwidth() >= ROOM && value > 0 && (
                <text x={x + bars.bandwidth() / 2} y={y(value) - 5} textAnchor="middle" className={styles.value}>
                  {value}
                </text>
              )}
            </Mark>
          );
        }),
      )}
    </Picture>
  );
}

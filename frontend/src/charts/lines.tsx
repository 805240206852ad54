import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { Axis, plot } from './axis';
import styles from './charts.module.css';
import { type DrawingProps, type Item, largest } from './data';
import { Mark } from './mark';
import { Picture } from './picture';

const HEIGHT = 260;
const DIAMOND = 5;

/** A line for each series; the second is dashed and its points are hollow. */
export function Lines({ data, title, width }: DrawingProps) {
  const { left, right, top, bottom } = plot(width, HEIGHT);
  const x = scalePoint([left, right])
    .domain(data.items.map(it => it.id))
    .padding(0.5);
  const y = scaleLinear([0, largest(data)], [bottom, top]).nice(4);
  const path = (series: number) =>
    line<Item>()
      .x(it => x(it.id) ?? 0)
      .y(it => y(it.values[series] ?? 0))(data.items) ?? '';
  return (
    <Picture className={styles.svg} width={width} height={HEIGHT} title={title}>
      <Axis width={width} height={HEIGHT} y={y} labels={data.items.map(it => ({ ...it, x: x(it.id) ?? 0 }))} />
      {data.series.map(({ id }, n) => (
        <path key={id} d={path(n)} className={n === 0 ? styles.line : styles.dashed} />
      ))}
      {data.items.map(item =>
        data.series.map(({ id }, n) => {
          const [cx, cy] = [x(item.id) ?? 0, y(item.values[n] ?? 0)];
          return (
            <Mark key={item.id + id} data={data} item={item} series={n}>
              <rect x={cx - 12} y={cy - 12} width={24} height={24} className={styles.target} />
              <path
                d={`M${cx},${cy - DIAMOND}l${DIAMOND},${DIAMOND} ${-DIAMOND},${DIAMOND} ${-DIAMOND},${-DIAMOND}Z`}
                className={n === 0 ? styles.first : styles.hollow}
              />
            </Mark>
          );
        }),
      )}
    </Picture>
  );
}

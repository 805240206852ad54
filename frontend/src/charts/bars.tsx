import { scaleLinear } from 'd3-scale';
import { useFormats } from '~/i18n/i18n';
import styles from './charts.module.css';
import { type DrawingProps, largest } from './data';
import { Mark } from './mark';
import { Picture } from './picture';

const BAR = 14;
const LETTER = 7.6;
const NARROW = 480;

/** Bars that lie, with room for long names: beside them, on a phone above them. */
export function Bars({ data, title, width }: DrawingProps) {
  const { number } = useFormats();
  const narrow = width < NARROW;
  const longest = Math.max(0, ...data.items.map(it => it.label.length)) * LETTER + 16;
  const left = narrow ? 0 : Math.min(longest, width * 0.45);
  const step = narrow ? 44 : 28;
  const x = scaleLinear([0, largest(data)], [0, width - left - 48]);
  return (
    <Picture className={styles.svg} width={width} height={data.items.length * step + 8} title={title}>
      <line x1={left + 0.5} x2={left + 0.5} y1={0} y2={data.items.length * step} className={styles.base} />
      {data.items.map((item, n) => {
        const value = item.values[0] ?? 0;
        const y = n * step + (narrow ? 22 : (step - BAR) / 2);
        return (
          <Mark key={item.id} data={data} item={item} series={0}>
            <rect x={0} y={n * step} width={width} height={step} className={styles.target} />
            <text
              x={narrow ? 8 : left - 12}
              y={narrow ? y - 6 : y + BAR - 2.5}
              textAnchor={narrow ? 'start' : 'end'}
              className={styles.name}
            >
              {item.label}
            </text>
            <rect x={left} y={y} width={x(value)} height={BAR} className={styles.first} />
            <text x={left + x(value) + 8} y={y + BAR - 2.5} className={styles.value}>
              {number(value)}
            </text>
          </Mark>
        );
      })}
    </Picture>
  );
}

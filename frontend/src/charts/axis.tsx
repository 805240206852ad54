import { useFormats } from '~/i18n/i18n';
import styles from './charts.module.css';

const LEFT = 36;
const TOP = 20;
const BOTTOM = 28;

/** Where a drawing with a scale at its left and names below stands. */
export function plot(width: number, height: number) {
  return { left: LEFT, right: width, top: TOP, bottom: height - BOTTOM };
}

type Scale = { (value: number): number; ticks: (count: number) => number[] };
type Props = {
  width: number;
  height: number;
  y: Scale;
  labels: readonly { id: string; label: string; x: number }[];
};

/** Hairlines at whole numbers, and the names below, as many as have room. */
export function Axis({ width, height, y, labels }: Props) {
  const { number } = useFormats();
  const { left, right, bottom } = plot(width, height);
  const longest = Math.max(...labels.map(it => it.label.length)) * 7.5 + 12;
  const every = Math.max(1, Math.ceil((longest * labels.length) / (right - left)));
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map(tick => (
          <g key={tick}>
            <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className={tick === 0 ? styles.base : styles.grid} />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end" className={styles.label}>
              {number(tick)}
            </text>
          </g>
        ))}
      {labels.map(
        ({ id, label, x }, n) =>
          // From the end: the latest is never left out.
          (labels.length - 1 - n) % every === 0 && (
            <text key={id} x={x} y={bottom + 20} textAnchor="middle" className={styles.label}>
              {label}
            </text>
          ),
      )}
    </g>
  );
}

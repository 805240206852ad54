import { lazy, type ReactNode, Suspense } from 'react';
import { ChartFrame } from '~/charts/chart';
import { useCommonT, useFormats } from '~/i18n/i18n';
import type { Address } from '~/ui/address-link';
import styles from './map.module.css';
import { stepsOf } from './steps';

// The outlines are the heaviest part of a page, and never the first that is read.
const Drawing = lazy(() => import('./drawing').then(({ Drawing }) => ({ default: Drawing })));

export type Country = {
  /** Two letters of ISO 3166-1. */
  code: string;
  label: string;
  count: number;
  /** The count in words, such as `8 partners`. */
  words: string;
  address: Address | undefined;
};

type Props = {
  title: string;
  note?: ReactNode;
  /** What is counted, for the table. */
  counted: string;
  countries: readonly Country[];
};

/** The countries of the world, the darker the more is counted there. */
export function WorldMap({ title, note, counted, countries }: Props) {
  const t = useCommonT();
  const steps = stepsOf(Math.max(0, ...countries.map(it => it.count)));
  const data = {
    rows: t('field.country'),
    series: [{ id: 'count', label: counted }],
    items: countries.map(it => ({
      id: it.code,
      label: it.label,
      values: [it.count],
      addresses: [it.address],
    })),
  };
  return (
    <ChartFrame title={title} note={note} data={data} drawn={t('chart.as_map')}>
      <Suspense fallback={<div className={styles.room} />}>
        <Drawing title={title} countries={countries} steps={steps} />
      </Suspense>
      <Legend steps={steps} counted={counted} />
    </ChartFrame>
  );
}

function Legend({ steps, counted }: { steps: readonly number[]; counted: string }) {
  const { number } = useFormats();
  const range = (from: number, next: number | undefined) =>
    next === undefined ? `${number(from)}+` : next === from + 1 ? number(from) : `${number(from)}–${number(next - 1)}`;
  return (
    <p className={styles.legend} aria-hidden="true">
      {counted}:
      {steps.map((from, n) => (
        <span key={from}>
          <span className={styles[`step${n + 1}`]} />
          {range(from, steps[n + 1])}
        </span>
      ))}
    </p>
  );
}

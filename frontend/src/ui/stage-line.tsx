import { Diamond, type Tone } from './mark';
import styles from './stage-line.module.css';

type Props<S extends string> = {
  stages: readonly S[];
  current: S;
  closed?: S | undefined;
  tone?: Tone;
  label: (stage: S) => string;
  name: string;
};

/** How far a record has come: behind it full, ahead of it hollow; one that was closed ends in a bar. */
export function StageLine<S extends string>({ stages, current, closed, tone = 'work', label, name }: Props<S>) {
  const shown = closed !== undefined && current === closed ? [...stages.slice(0, 1), closed] : stages;
  const at = shown.indexOf(current);
  const fill = (stage: S, n: number) =>
    stage === closed ? 'barred' : n < at ? 'full' : n > at ? 'hollow' : at === shown.length - 1 ? 'full' : 'half';
  return (
    <ol className={styles.line} aria-label={name}>
      {shown.map((stage, n) => (
        <li key={stage} className={styles.stage} aria-current={stage === current ? 'step' : undefined}>
          <Diamond fill={fill(stage, n)} tone={n > at || stage === closed ? 'quiet' : tone} />
          {label(stage)}
        </li>
      ))}
    </ol>
  );
}

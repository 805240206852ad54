import { Link, type LinkProps } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { stepOf, stepsOf } from './steps';
import { places, shapes, world } from './world.gen';
import styles from './world-map.module.css';

export type CountryFigure = {
  /** Two letters of ISO 3166-1. */
  code: string;
  name: string;
  count: number;
};

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

type Props = {
  /** What the map shows. */
  label: string;
  countries: readonly CountryFigure[];
  /** The count as a sentence, such as `3 partners`. */
  says: (count: number) => string;
  /** Where a country leads; without it the map is a picture. */
  link?: (code: string) => Target;
};

/** The smallest countries have no outline at this scale. */
const DOT = 7;

/** The countries of the world, shaded by how many of something each has. Tell the same as a table beside it. */
export function WorldMap({ label, countries, says, link }: Props) {
  const [shown, setShown] = useState<CountryFigure>();
  const known = countries.filter(it => it.count > 0 && it.code in places).sort((a, b) => b.count - a.count);
  const codes = new Set(known.map(it => it.code));
  const steps = stepsOf(known.map(it => it.count));
  const land = Object.entries(shapes).flatMap(([code, path]) => (codes.has(code) ? [] : [path]));
  // The smallest come last, or their neighbours would cover them.
  const drawn = [...known.filter(it => it.code in shapes), ...known.filter(it => !(it.code in shapes))];
  return (
    <div className={styles.map}>
      <svg
        className={styles.world}
        viewBox={`0 0 ${world.width} ${world.height}`}
        role={link ? 'group' : 'img'}
        aria-label={label}
      >
        <path className={styles.land} d={land.join('')} />
        {drawn.map(it => (
          <Country
            key={it.code}
            shade={`${styles[`step-${stepOf(steps, it.count)}`]}`}
            target={link?.(it.code)}
            label={`${it.name}: ${says(it.count)}`}
            onShow={shows => setShown(current => (shows ? it : current?.code === it.code ? undefined : current))}
          >
            <Shape code={it.code} />
          </Country>
        ))}
      </svg>
      {shown && <Label figure={shown}>{says(shown.count)}</Label>}
      <Legend steps={steps} />
    </div>
  );
}

type CountryProps = {
  shade: string;
  target: Target | undefined;
  label: string;
  onShow: (shows: boolean) => void;
  children: ReactNode;
};

function Country({ shade, target, label, onShow, children }: CountryProps) {
  const showing = {
    className: `${styles.country} ${shade}`,
    onPointerEnter: () => onShow(true),
    onPointerLeave: () => onShow(false),
  };
  return target === undefined ? (
    <g {...showing}>{children}</g>
  ) : (
    <Link {...target} {...showing} aria-label={label} onFocus={() => onShow(true)} onBlur={() => onShow(false)}>
      {children}
    </Link>
  );
}

function Shape({ code }: { code: string }) {
  const path = shapes[code];
  const [x, y] = places[code] ?? [0, 0];
  return path === undefined ? <circle cx={x} cy={y} r={DOT} /> : <path d={path} />;
}

/** Stands at the country, on the side where there is more room. */
function Label({ figure: { code, name }, children }: { figure: CountryFigure; children: string }) {
  const [x, y] = places[code] ?? [0, 0];
  const share = x / world.width;
  return (
    <p
      className={share > 0.5 ? `${styles.label} ${styles.before}` : styles.label}
      style={{ '--x': `${share * 100}%`, '--y': y / world.height } as React.CSSProperties}
      aria-hidden="true"
    >
      <strong>{name}</strong> {children}
    </p>
  );
}

/** Which counts each shade stands for. */
function Legend({ steps }: { steps: readonly number[] }) {
  return (
    <ul className={styles.legend}>
      {steps.map((from, n) => {
        const to = (steps[n + 1] ?? Number.POSITIVE_INFINITY) - 1;
        const last = n === steps.length - 1;
        return (
          <li key={from} className={styles[`step-${n}`]}>
            {last ? `${from}+` : to > from ? `${from}–${to}` : from}
          </li>
        );
      })}
    </ul>
  );
}

import { useState } from 'react';
import { Picture } from '~/charts/picture';
import { AddressLink } from '~/ui/address-link';
import styles from './map.module.css';
import { stepOf } from './steps';
import { places, shapes, world } from './world.gen';
import type { Country } from './world-map';

const DIAMOND = 9;

type Props = { title: string; countries: readonly Country[]; steps: readonly number[] };

export function Drawing({ title, countries, steps }: Props) {
  const [told, setTold] = useState<Country>();
  const counted = new Set(countries.map(it => it.code));
  return (
    <div className={styles.map}>
      <Picture className={styles.room} viewBox={`0 0 ${world.width} ${world.height}`} title={title}>
        <path
          className={styles.land}
          d={Object.entries(shapes)
            .map(([code, outline]) => (counted.has(code) ? '' : outline))
            .join('')}
        />
        {countries.map(it => (
          <Shape key={it.code} country={it} step={stepOf(it.count, steps)} onTell={setTold} />
        ))}
      </Picture>
      <p className={styles.told} aria-hidden="true">
        {told && `${told.label}: ${told.words}`}
      </p>
    </div>
  );
}

type ShapeProps = { country: Country; step: number; onTell: (country: Country | undefined) => void };

/** A country, or a diamond where the country is too small for an outline. */
function Shape({ country, step, onTell }: ShapeProps) {
  const { code, label, words, address } = country;
  const place = places[code];
  const outline = shapes[code] ?? (place && `M${place[0]},${place[1] - DIAMOND}l9,9 -9,9 -9,-9Z`);
  if (outline === undefined) {
    return null;
  }
  const drawn = <path className={styles[`step${step}`]} d={outline} />;
  const name = `${label}: ${words}`;
  return address === undefined ? (
    <g>
      <title>{name}</title>
      {drawn}
    </g>
  ) : (
    <AddressLink
      address={address}
      className={styles.country}
      aria-label={name}
      onMouseEnter={() => onTell(country)}
      onMouseLeave={() => onTell(undefined)}
      onFocus={() => onTell(country)}
      onBlur={() => onTell(undefined)}
    >
      {drawn}
    </AddressLink>
  );
}

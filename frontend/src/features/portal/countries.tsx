import { useQuery } from '@tanstack/react-query';
import { useCodeLabel } from '~/api/code-lists';
import { useFormats } from '~/i18n/i18n';
import { type Asked, type CountryCount, instruments } from './api';
import styles from './portal.module.css';
import { useT } from './t';

/** Each country leads to its part of the register, unless nothing of it is open to the public. */
export function PartnerCountries({ asked, counts }: { asked: Asked; counts: readonly CountryCount[] }) {
  const t = useT();
  const label = useCodeLabel('countries');
  const { number } = useFormats();
  const { data } = useQuery(instruments(asked));
  const open = new Set(data?.items.flatMap(it => it.partners.map(partner => partner.country)));
  if (counts.length === 0) {
    return <p>{t('countries.none')}</p>;
  }
  return (
    <>
      <p>{t('countries.text', { count: counts.length })}</p>
      <ul className={styles.countries}>
        {counts.map(({ country, count }) => (
          <li key={country}>
            {open.has(country) ? <a href={`#country-${country}`}>{label(country)}</a> : <span>{label(country)}</span>}
            <span>{number(count)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { ProblemState } from '~/ui/problem-state';
import { Skeleton } from '~/ui/states';
import { type Asked, type CountryCount, type Instrument, instruments } from './api';
import { byCountry } from './groups';
import { Register } from './register';
import styles from './register.module.css';
import { useT } from './t';

/** What is in force and open to the public, under the countries of the partners. */
export function PublicInstruments({ asked, counts }: { asked: Asked; counts: readonly CountryCount[] }) {
  const t = useT();
  const { date } = useFormats();
  const { data, error, refetch } = useQuery(instruments(asked));
  const arrived = data !== undefined;
  // The part that the address names is there only now.
  useEffect(() => {
    if (arrived && scrollY === 0) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }, [arrived]);
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton />;
  }
  if (data.items.length === 0) {
    return <p>{t('instruments.none')}</p>;
  }
  return (
    <>
      <p>{t('instruments.text', { count: data.count })}</p>
      <Register
        caption={t('instruments')}
        heads={[t('column.instrument'), t('column.kind'), t('column.signed'), t('column.ends')]}
        groups={byCountry(data.items, counts).map(({ key, items }) => ({
          key,
          id: `country-${key}`,
          title: <CountryName code={key} />,
          note: t('instruments.in_country', { count: items.length }),
          rows: items.map((it, n) => ({
            key: `${key}-${n}`,
            cells: [
              <Parties key="title" of={it} />,
              t(`kind.${it.kind ?? 'memorandum'}`),
              it.signed_on && date(it.signed_on),
              it.last_on === undefined ? t('no_end') : date(it.last_on),
            ],
          })),
        }))}
      />
    </>
  );
}

function Parties({ of: { title, partners } }: { of: Instrument }) {
  return (
    <>
      <RecordText of={title} />
      <span className={styles.meta}>
        {partners.map((it, n) => (
          <span key={JSON.stringify(it)}>
            {n > 0 && ', '}
            <RecordText of={it.names} />
          </span>
        ))}
      </span>
    </>
  );
}

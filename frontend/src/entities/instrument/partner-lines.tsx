import { CountryName } from '../country-name';
import { RecordText } from '../record-text';
import type { Instrument } from './instrument';
import styles from './partner-lines.module.css';

/** The other sides, each with its country below. */
export function PartnerLines({ parties }: { parties: Instrument['parties'] }) {
  return (
    <div className={styles.partners}>
      {parties.map(({ partner_id, partner }) => (
        <div key={partner_id}>
          <RecordText of={partner?.names} />
          <span className={styles.country}>
            <CountryName code={partner?.country} />
          </span>
        </div>
      ))}
    </div>
  );
}

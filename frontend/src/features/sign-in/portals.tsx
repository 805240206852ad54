import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RecordText } from '~/entities/record-text';
import { useCommonT } from '~/i18n/i18n';
import { institutions } from './api';
import styles from './sign-in.module.css';

/** What every institution shows without an account. */
export function Portals() {
  const t = useCommonT();
  const { data = [] } = useQuery(institutions);
  return (
    data.length > 0 && (
      <nav className={styles.portals} aria-labelledby="portals">
        <h2 id="portals">{t('sign_in.portals')}</h2>
        <ul>
          {data.map(({ slug, names }) => (
            <li key={slug}>
              <Link to="/$slug" params={{ slug }}>
                <RecordText of={names} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    )
  );
}

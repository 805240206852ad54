import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { Button, LinkButton } from '~/ui/button';
import { LanguageLinks } from '~/ui/language-links';
import type { Profile } from './api';
import { SiteLink } from './office';
import styles from './portal.module.css';
import { useT } from './t';

type ShellProps = { institution: Profile['institution']; demo: boolean; children: ReactNode };

/** What stands around the portal; nothing of the office is loaded for it. */
export function PortalShell({ institution, demo, children }: ShellProps) {
  const t = useT();
  const { office, address, city, country, website, slug } = institution;
  return (
    <div className={styles.portal}>
      <header className={styles.top}>
        <p>
          {t('portal')}
          {demo && <span className={styles.demo}>{t('user.demo')}</span>}
        </p>
        <LinkButton to="/sign-in" search={{ institution: slug }}>
          {t('action.sign_in')}
        </LinkButton>
        <LanguageLinks />
      </header>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        {(['figures', 'office', 'countries', 'instruments', 'projects'] as const).map(id => (
          <a key={id} href={`#${id}`}>
            {t(id)}
          </a>
        ))}
        <Button look="plain" onClick={() => print()}>
          {t('print')}
        </Button>
      </nav>
      <main>{children}</main>
      <footer className={styles.foot}>
        <address>
          {office && (
            <strong>
              <RecordText of={office.names} />
            </strong>
          )}
          <span>
            {[address, city].filter(Boolean)[0]}
            {', '}
            <CountryName code={country} />
          </span>
          {office?.phone && <a href={`tel:${office.phone}`}>{office.phone}</a>}
          {office?.email && <a href={`mailto:${office.email}`}>{office.email}</a>}
          {website && <SiteLink to={website} />}
        </address>
        <p className={styles.source}>
          <Link to="/$slug" params={{ slug }}>
            {`${location.host}/${slug}`}
          </Link>
        </p>
      </footer>
    </div>
  );
}

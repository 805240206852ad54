import { Link } from '@tanstack/react-router';
import { CountryName } from '~/entities/country-name';
import { useFormats, useLanguage } from '~/i18n/i18n';
import { chooseText } from '~/i18n/languages';
import { type Day, today } from '~/lib/day';
import { PageHead, Section } from '~/ui/page';
import { Notice } from '~/ui/states';
import type { Asked, Profile } from './api';
import { PartnerCountries } from './countries';
import { PortalFigures } from './figures';
import { PublicInstruments } from './instruments';
import { PortalOffice } from './office';
import styles from './portal.module.css';
import { PortalShell } from './portal-shell';
import { PublicProjects } from './projects';
import { useT } from './t';

type PortalProps = { profile: Profile; asOf: Day | undefined };

/** What an institution shows to everybody. */
export function PortalPage({ profile: { institution, figures, as_of, demo }, asOf }: PortalProps) {
  const t = useT();
  const { language } = useLanguage();
  const asked: Asked = { slug: institution.slug, asOf };
  const name = chooseText(institution.names, language);
  return (
    <PortalShell institution={institution} demo={demo}>
      <div className={styles.head}>
        <PageHead
          title={name?.text ?? institution.slug}
          lang={name?.language === language ? undefined : name?.language}
          meta={
            <>
              {institution.city && `${institution.city}, `}
              <CountryName code={institution.country} />
            </>
          }
        />
      </div>
      <div className={styles.parts}>
        <Standing day={as_of} slug={institution.slug} />
        <Section id="figures" title={t('figures')}>
          <PortalFigures figures={figures} />
        </Section>
        <Section id="office" title={t('office')}>
          <PortalOffice institution={institution} />
        </Section>
        <Section id="countries" title={t('countries')}>
          <PartnerCountries asked={asked} counts={figures.instruments_by_country} />
        </Section>
        <Section id="instruments" title={t('instruments')}>
          <PublicInstruments asked={asked} counts={figures.instruments_by_country} />
        </Section>
        <Section id="projects" title={t('projects')}>
          <PublicProjects asked={asked} />
        </Section>
      </div>
    </PortalShell>
  );
}

/** Of which day the register is told; another day than today is not to be taken for it. */
function Standing({ day, slug }: { day: Day; slug: string }) {
  const t = useT();
  const { longDate } = useFormats();
  return day === today() ? (
    <p className={styles.meta}>{t('as_of', { day: longDate(day) })}</p>
  ) : (
    <Notice tone="note">
      <p>{t('as_of.other', { day: longDate(day) })}</p>
      <p className={styles.screen}>
        <Link to="/$slug" params={{ slug }}>
          {t('as_of.today')}
        </Link>
      </p>
    </Notice>
  );
}

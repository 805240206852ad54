import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import type { Profile } from './api';
import styles from './portal.module.css';
import { useT } from './t';

/** Who runs the cooperation, how to reach them, and what they are there for. */
export function PortalOffice({ institution }: { institution: Profile['institution'] }) {
  const t = useT();
  const { longDate } = useFormats();
  const { office, address, website } = institution;
  const tasks = office?.tasks ?? [];
  return (
    <>
      <Card>
        <Fact label={t('office.head')}>{office?.head}</Fact>
        <Fact label={t('office.reports_to')}>{office?.reports_to && <RecordText of={office.reports_to} />}</Fact>
        <Fact label={t('office.founded_on')}>{office?.founded_on && longDate(office.founded_on)}</Fact>
        <Fact label={t('office.hours')}>{office?.hours && <RecordText of={office.hours} />}</Fact>
        <Fact label={t('field.phone')}>{office?.phone && <a href={`tel:${office.phone}`}>{office.phone}</a>}</Fact>
        <Fact label={t('field.email')}>{office?.email && <a href={`mailto:${office.email}`}>{office.email}</a>}</Fact>
        <Fact label={t('field.address')}>{address ?? institution.city}</Fact>
        <Fact label={t('field.website')}>{website && <SiteLink to={website} />}</Fact>
      </Card>
      {tasks.length > 0 && (
        <div>
          <h3>{t('office.tasks')}</h3>
          <ol className={styles.tasks}>
            {tasks.map(task => (
              <li key={JSON.stringify(task)}>
                <RecordText of={task} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}

export function SiteLink({ to }: { to: string }) {
  return (
    <a href={to} rel="noreferrer">
      {to.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  );
}

import type { ReactNode } from 'react';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { type Text, textLanguages } from '~/i18n/languages';
import { Card, Fact } from '~/ui/card';
import { Section } from '~/ui/page';
import type { Institution } from './api';
import { useT } from './t';

export function InstitutionFacts({ institution }: { institution: Institution }) {
  const t = useT();
  const { number } = useFormats();
  const { office } = institution;
  return (
    <>
      <Card>
        {inEachLanguage(
          institution.names,
          language => `${t('field.names')}, ${t(`language.${language}`).toLowerCase()}`,
        )}
        <Fact label={t('field.short_names')}>
          {institution.short_names && <RecordText of={institution.short_names} />}
        </Fact>
        <Fact label={t('field.country')}>
          <CountryName code={institution.country} />
        </Fact>
        <Fact label={t('field.city')}>{institution.city}</Fact>
        <Fact label={t('field.address')}>{institution.address}</Fact>
        <Fact label={t('field.website')}>
          {institution.website && (
            <a href={institution.website} rel="noreferrer" target="_blank">
              {institution.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          )}
        </Fact>
        <Fact label={t('field.time_zone')}>{institution.time_zone}</Fact>
        <Fact label={t('field.default_language')}>{t(`language.${institution.default_language}`)}</Fact>
        <Fact label={t('field.lead_days')}>{institution.lead_days !== undefined && number(institution.lead_days)}</Fact>
        <Fact label={t('field.external_ids')}>
          {institution.external_ids?.map(it => `${t(`scheme.${it.scheme}`)} ${it.value}`).join('; ')}
        </Fact>
      </Card>
      {office && (
        <Section title={t('field.office')}>
          <OfficeFacts office={office} />
        </Section>
      )}
    </>
  );
}

function inEachLanguage(texts: Text, label: (language: keyof Text) => string): ReactNode {
  return textLanguages.map(language => (
    <Fact key={language} label={label(language)}>
      {texts[language] && <span lang={language}>{texts[language]}</span>}
    </Fact>
  ));
}

function OfficeFacts({ office }: { office: NonNullable<Institution['office']> }) {
  const t = useT();
  const { longDate } = useFormats();
  const tasks = office.tasks ?? [];
  return (
    <Card>
      <Fact label={t('field.office.names')}>
        <RecordText of={office.names} />
      </Fact>
      <Fact label={t('field.office.head')}>{office.head}</Fact>
      <Fact label={t('field.office.reports_to')}>{office.reports_to && <RecordText of={office.reports_to} />}</Fact>
      <Fact label={t('field.office.founded_on')}>{office.founded_on && longDate(office.founded_on)}</Fact>
      <Fact label={t('field.office.email')}>
        {office.email && <a href={`mailto:${office.email}`}>{office.email}</a>}
      </Fact>
      <Fact label={t('field.office.phone')}>{office.phone && <a href={`tel:${office.phone}`}>{office.phone}</a>}</Fact>
      <Fact label={t('field.office.hours')}>{office.hours && <RecordText of={office.hours} />}</Fact>
      <Fact wide label={t('field.office.tasks')}>
        {tasks.length > 0 &&
          tasks.map(task => (
            <p key={JSON.stringify(task)}>
              <RecordText of={task} />
            </p>
          ))}
      </Fact>
    </Card>
  );
}

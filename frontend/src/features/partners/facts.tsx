import { useCodeLabel } from '~/api/code-lists';
import { CountryName } from '~/entities/country-name';
import { WebsiteLink } from '~/entities/website-link';
import { useFormats, useText } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';
import { Card, Fact } from '~/ui/card';
import { Section } from '~/ui/page';
import type { Partner } from './columns';
import { PartnerLinks, useMergedFrom } from './merged';
import { useT } from './t';

export function PartnerFacts({ partner }: { partner: Partner }) {
  const t = useT();
  const { date } = useFormats();
  const text = useText();
  const merged = useMergedFrom(partner.id);
  const contacts = partner.contacts ?? [];
  return (
    <>
      <Card>
        {textLanguages.map(language => (
          <Fact key={language} label={`${t('field.names')}, ${t(`language.${language}`).toLowerCase()}`}>
            {partner.names[language] && <span lang={language}>{partner.names[language]}</span>}
          </Fact>
        ))}
        <Fact label={t('field.country')}>
          <CountryName code={partner.country} />
        </Fact>
        <Fact label={t('field.city')}>{partner.city}</Fact>
        <Fact label={t('field.website')}>{partner.website && <WebsiteLink href={partner.website} />}</Fact>
        <Fact label={t('field.first_contact_on')}>{partner.first_contact_on && date(partner.first_contact_on)}</Fact>
        <Fact label={t('field.closed_on')}>{partner.closed_on && date(partner.closed_on)}</Fact>
        <Fact label={t('field.locally_accredited')}>{partner.locally_accredited && t('answer.yes')}</Fact>
        <Fact label={t('field.areas')}>{partner.areas?.join(', ')}</Fact>
        <Fact label={t('field.rankings')}>
          {partner.rankings?.map(it => `${t(`system.${it.system}`)} ${it.year}: ${it.rank}`).join('; ')}
        </Fact>
        <Fact label={t('field.external_ids')}>
          {partner.external_ids?.map(it => `${t(`scheme.${it.scheme}`)} ${it.value}`).join('; ')}
        </Fact>
        <Fact label={t('field.former_names')}>
          {partner.former_names
            ?.map(it => `${text(it.names)}${it.until_on ? ` (${t('range.until', { day: date(it.until_on) })})` : ''}`)
            .join('; ')}
        </Fact>
        <Fact label={t('field.tags')}>{partner.tags?.join(', ')}</Fact>
        <Fact label={t('merged.from')}>{merged.length > 0 && <PartnerLinks partners={merged} />}</Fact>
      </Card>
      {contacts.length > 0 && (
        <Section title={t('section.contacts')}>
          <Contacts contacts={contacts} />
        </Section>
      )}
    </>
  );
}

function Contacts({ contacts }: { contacts: NonNullable<Partner['contacts']> }) {
  const language = useCodeLabel('languages');
  return (
    <Card>
      {contacts.map(it => (
        <Fact key={`${it.name}${it.email}`} label={[it.role, language(it.language)].filter(Boolean).join(', ')}>
          {it.name}
          {it.email && (
            <>
              <br />
              <a href={`mailto:${it.email}`}>{it.email}</a>
            </>
          )}
          {it.phone && (
            <>
              <br />
              <a href={`tel:${it.phone}`}>{it.phone}</a>
            </>
          )}
        </Fact>
      ))}
    </Card>
  );
}

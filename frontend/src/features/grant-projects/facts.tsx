import { Link } from '@tanstack/react-router';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { WebsiteLink } from '~/entities/website-link';
import { useFormats } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';
import { Card, Fact } from '~/ui/card';
import { Section } from '~/ui/page';
import type { Project } from './api';
import { roles } from './search';
import { useT } from './t';

export function ProjectFacts({ project }: { project: Project }) {
  const t = useT();
  const { consortium = [] } = project;
  return (
    <>
      <Section title={t('section.project')}>
        <What project={project} />
      </Section>
      <Section title={t('section.part')}>
        <OurPart project={project} />
      </Section>
      {consortium.length > 0 && (
        <Section title={t('consortium.count', { count: consortium.length })}>
          <Consortium consortium={consortium} />
        </Section>
      )}
    </>
  );
}

function What({ project }: { project: Project }) {
  const t = useT();
  const { funding_programme: programme } = project;
  return (
    <Card>
      {textLanguages.map(language => (
        <Fact key={language} label={`${t('field.title')}, ${t(`language.${language}`).toLowerCase()}`}>
          {project.title[language] && <span lang={language}>{project.title[language]}</span>}
        </Fact>
      ))}
      <Fact label={t('field.acronym')}>{project.acronym}</Fact>
      <Fact label={t('field.funding_programme_id')}>
        {programme && (
          <Link to="/funding-programmes/$id" params={{ id: programme.id }}>
            <RecordText of={programme.names} />
          </Link>
        )}
      </Fact>
      <Fact label={t('field.call')}>{project.call}</Fact>
      <Fact label={t('field.reference')}>{project.reference}</Fact>
      <Fact label={t('field.website')}>{project.website && <WebsiteLink href={project.website} />}</Fact>
      <Fact label={t('field.areas')}>{project.areas?.join(', ')}</Fact>
      <Fact label={t('field.tags')}>{project.tags?.join(', ')}</Fact>
      <Fact wide label={t('field.summary')}>
        {project.summary}
      </Fact>
    </Card>
  );
}

function OurPart({ project }: { project: Project }) {
  const t = useT();
  const { longDate, money, relativeDay } = useFormats();
  const { unit, lead, starts_on, ends_on, total_budget, our_share, co_funding } = project;
  const day = (value: string | undefined) => value && `${longDate(value)} (${relativeDay(value)})`;
  return (
    <Card>
      <Fact label={t('field.our_role')}>{t(`our_role.${project.our_role}`)}</Fact>
      <Fact label={t('field.unit_id')}>{unit ? <RecordText of={unit.names} /> : t('unit.none')}</Fact>
      <Fact label={t('field.lead_id')}>
        {lead && (
          <Link to="/people/$id" params={{ id: lead.id }}>
            {lead.name}
          </Link>
        )}
      </Fact>
      <Fact label={t('field.starts_on')}>{day(starts_on)}</Fact>
      <Fact label={t('field.ends_on')}>{day(ends_on)}</Fact>
      <Fact label={t('field.total_budget')}>{total_budget && money(total_budget)}</Fact>
      <Fact label={t('field.our_share')}>{our_share && money(our_share)}</Fact>
      <Fact label={t('field.co_funding')}>{co_funding && money(co_funding)}</Fact>
    </Card>
  );
}

/** Who takes part besides us, the coordinator first. */
function Consortium({ consortium }: { consortium: NonNullable<Project['consortium']> }) {
  const t = useT();
  const inOrder = consortium.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return (
    <Card>
      {inOrder.map(({ partner_id, partner, role }) => (
        <Fact key={partner_id} wide label={t(`role.${role}`)}>
          <Link to="/partners/$id" params={{ id: partner_id }}>
            <RecordText of={partner?.names} />
          </Link>
          {partner && (
            <>
              , <CountryName code={partner.country} />
            </>
          )}
        </Fact>
      ))}
    </Card>
  );
}

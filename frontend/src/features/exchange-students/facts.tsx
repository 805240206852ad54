import { Link } from '@tanstack/react-router';
import { useCodeLabel } from '~/api/code-lists';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useMay } from '~/entities/session';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import { Section } from '~/ui/page';
import type { Exchange } from './api';
import { usePersonName } from './person-name';
import { useT } from './t';

export function ExchangeFacts({ exchange }: { exchange: Exchange }) {
  const t = useT();
  return (
    <>
      <Section title={t('section.who')}>
        <Who exchange={exchange} />
      </Section>
      <Section title={t('section.when')}>
        <When exchange={exchange} />
      </Section>
      <Section title={t('section.study')}>
        <Study exchange={exchange} />
      </Section>
    </>
  );
}

function Who({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const staff = useMay()('staff');
  const name = usePersonName();
  const { person, partner, agreement, unit } = exchange;
  return (
    <Card>
      <Fact label={t('field.person_id')}>
        {person ? (
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
        ) : (
          name(exchange)
        )}
      </Fact>
      <Fact label={t(`partner.${exchange.direction}`)}>
        {staff ? (
          <Link to="/partners/$id" params={{ id: exchange.partner_id }}>
            <RecordText of={partner?.names} />
          </Link>
        ) : (
          <RecordText of={partner?.names} />
        )}
        {partner && (
          <>
            , <CountryName code={partner.country} />
          </>
        )}
      </Fact>
      <Fact label={t('field.agreement_id')}>
        {agreement && (
          <>
            <Link to="/agreements/$id" params={{ id: agreement.id }}>
              <RecordText of={agreement.title} />
            </Link>
            {agreement.number && <> · {agreement.number}</>}
          </>
        )}
      </Fact>
      <Fact label={t('field.unit_id')}>{unit && <RecordText of={unit.names} />}</Fact>
    </Card>
  );
}

function When({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const { academicYear, dateRange, longDate, relativeDay } = useFormats();
  const { planned_from, planned_to, actual_from, actual_to } = exchange;
  const day = (value: string | undefined) => value && `${longDate(value)} (${relativeDay(value)})`;
  return (
    <Card>
      <Fact label={t('field.academic_year')}>
        {academicYear(exchange.academic_year)}, {t(`term.${exchange.term}`).toLowerCase()}
      </Fact>
      <Fact label={t('fact.planned')}>{dateRange(planned_from, planned_to)}</Fact>
      <Fact label={t('field.actual_from')}>{day(actual_from)}</Fact>
      <Fact label={t('field.actual_to')}>{day(actual_to)}</Fact>
    </Card>
  );
}

function Study({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const { money } = useFormats();
  const eqf = useCodeLabel('eqf');
  const isced = useCodeLabel('isced-f');
  const language = useCodeLabel('languages');
  return (
    <Card>
      <Fact label={t('field.kind')}>{t(`kind.${exchange.kind}`)}</Fact>
      <Fact label={t('field.level')}>{eqf(String(exchange.level))}</Fact>
      <Fact label={t('field.field')}>
        {exchange.field} · {isced(exchange.field)}
      </Fact>
      <Fact label={t('field.language')}>{language(exchange.language)}</Fact>
      <Fact label={t('field.funding_programme_id')}>
        {exchange.funding_programme && <RecordText of={exchange.funding_programme.names} />}
      </Fact>
      <Fact label={t('field.grant')}>{exchange.grant && money(exchange.grant)}</Fact>
      <Fact label={t('field.tags')}>{exchange.tags?.join(', ')}</Fact>
    </Card>
  );
}

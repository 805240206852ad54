import { Link } from '@tanstack/react-router';
import { useCodeLabel } from '~/api/code-lists';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';
import { Card, Fact } from '~/ui/card';
import { Section } from '~/ui/page';
import type { Agreement } from './columns';
import { useT } from './t';

export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const language = useCodeLabel('languages');
  return (
    <>
      <Section title={t('section.parties')}>
        <Parties agreement={agreement} />
      </Section>
      <Section title={t('section.term')}>
        <Term agreement={agreement} />
      </Section>
      <Section title={t('section.what')}>
        <Card>
          <Fact label={t('field.kind')}>{t(`kind.${agreement.kind}`)}</Fact>
          <Fact label={t('field.unit_id')}>
            {agreement.unit ? <RecordText of={agreement.unit.names} /> : t('whole_institution')}
          </Fact>
          <Fact label={t('field.languages')}>{agreement.languages?.map(language).join(', ')}</Fact>
          <Fact label={t('field.areas')}>{agreement.areas?.join(', ')}</Fact>
          <Fact label={t('field.visibility')}>{agreement.visibility && t(`visibility.${agreement.visibility}`)}</Fact>
          <Fact label={t('field.tags')}>{agreement.tags?.join(', ')}</Fact>
          {textLanguages.map(it => (
            <Fact key={it} wide label={`${t('field.title')}, ${t(`language.${it}`).toLowerCase()}`}>
              {agreement.title[it] && <span lang={it}>{agreement.title[it]}</span>}
            </Fact>
          ))}
        </Card>
      </Section>
    </>
  );
}

function Parties({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <Card>
      {agreement.parties.map(({ partner, partner_id, signatories, signed_on }) => (
        <Fact key={partner_id} label={[partner?.city].filter(Boolean).join(', ')} wide={agreement.parties.length === 1}>
          <Link to="/partners/$id" params={{ id: partner_id }}>
            <RecordText of={partner?.names} />
          </Link>
          , <CountryName code={partner?.country} />
          <Signatories of={signatories} />
          {signed_on && (
            <p>
              {t('field.parties.signed_on')}: {date(signed_on)}
            </p>
          )}
        </Fact>
      ))}
      {(agreement.our_signatories ?? []).length > 0 && (
        <Fact label={t('field.our_signatories')}>
          <Signatories of={agreement.our_signatories} />
        </Fact>
      )}
    </Card>
  );
}

function Signatories({ of: signatories = [] }: { of: Agreement['our_signatories'] | null }) {
  return signatories?.map(({ name, position }) => (
    <p key={name}>
      {name}
      {position && (
        <>
          , <RecordText of={position} />
        </>
      )}
    </p>
  ));
}

function Term({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const { longDate, relativeDay } = useFormats();
  const day = (value: string | undefined) => value && longDate(value);
  const { renewal } = agreement;
  return (
    <Card>
      <Fact label={t('field.signed_on')}>
        {[day(agreement.signed_on), agreement.signed_at].filter(Boolean).join(', ')}
      </Fact>
      <Fact label={t('field.starts_on')}>{day(agreement.starts_on)}</Fact>
      <Fact label={t('field.ends_on')}>{agreement.starts_on && (day(agreement.ends_on) ?? t('no_end'))}</Fact>
      <Fact label={t('field.last_on')}>
        {agreement.last_on && `${longDate(agreement.last_on)} (${relativeDay(agreement.last_on)})`}
      </Fact>
      <Fact label={t('field.renewal')}>{renewal && t('renewal', { months: renewal.months })}</Fact>
      <Fact label={t('field.period_ends_on')}>{day(agreement.period_ends_on)}</Fact>
      <Fact label={t('field.notice_due_on')}>{day(agreement.notice_due_on)}</Fact>
      <Fact label={t('field.renewal.notice_given_on')}>
        {renewal?.notice_given_on && longDate(renewal.notice_given_on)}
      </Fact>
      <Fact label={t('field.terminated_on')}>
        {[day(agreement.terminated_on), agreement.termination_reason].filter(Boolean).join('. ')}
      </Fact>
      <Fact label={t('field.superseded_on')}>{day(agreement.superseded_on)}</Fact>
    </Card>
  );
}

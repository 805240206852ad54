import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCodeLabel } from '~/api/code-lists';
import { useFeatureT, useFormats } from '~/i18n/i18n';
import { textLanguages } from '~/i18n/languages';
import { Card, Fact } from '~/ui/card';
import { Section } from '~/ui/page';
import { CountryName } from '../country-name';
import { RecordText } from '../record-text';
import type { Instrument, InstrumentName } from './instrument';

type Props = { name: InstrumentName; instrument: Instrument };

/** `children` are the facts of one sort only. */
export function InstrumentFacts({ name, instrument, children }: Props & { children?: ReactNode }) {
  const t = useFeatureT(name);
  const language = useCodeLabel('languages');
  return (
    <>
      <Section title={t('section.parties')}>
        <Parties name={name} instrument={instrument} />
      </Section>
      {hasTerm(instrument) && (
        <Section title={t('section.term')}>
          <Term name={name} instrument={instrument} />
        </Section>
      )}
      <Section title={t('section.what')}>
        <Card>
          {children}
          <Fact label={t('field.unit_id')}>
            {instrument.unit ? <RecordText of={instrument.unit.names} /> : t('whole_institution')}
          </Fact>
          <Fact label={t('field.languages')}>{instrument.languages?.map(language).join(', ')}</Fact>
          <Fact label={t('field.areas')}>{instrument.areas?.join(', ')}</Fact>
          <Fact label={t('field.visibility')}>{instrument.visibility && t(`visibility.${instrument.visibility}`)}</Fact>
          <Fact label={t('field.tags')}>{instrument.tags?.join(', ')}</Fact>
          {textLanguages.map(it => (
            <Fact key={it} wide label={`${t('field.title')} · ${t(`language.${it}`)}`}>
              {instrument.title[it] && <span lang={it}>{instrument.title[it]}</span>}
            </Fact>
          ))}
        </Card>
      </Section>
    </>
  );
}

/** Of a draft nothing may be known yet. */
const hasTerm = ({ signed_on, signed_at, starts_on, ends_on, renewal, terminated_on }: Instrument) =>
  [signed_on, signed_at, starts_on, ends_on, renewal, terminated_on].some(it => it !== undefined);

function Parties({ name, instrument }: Props) {
  const t = useFeatureT(name);
  const { date } = useFormats();
  return (
    <Card>
      {instrument.parties.map(({ partner, partner_id, signatories, signed_on }) => (
        <Fact
          key={partner_id}
          label={[partner?.city].filter(Boolean).join(', ')}
          wide={instrument.parties.length === 1}
        >
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
      {(instrument.our_signatories ?? []).length > 0 && (
        <Fact label={t('field.our_signatories')}>
          <Signatories of={instrument.our_signatories} />
        </Fact>
      )}
    </Card>
  );
}

function Signatories({ of: signatories = [] }: { of: Instrument['our_signatories'] | null }) {
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

function Term({ name, instrument }: Props) {
  const t = useFeatureT(name);
  const { longDate, relativeDay } = useFormats();
  const day = (value: string | undefined) => value && longDate(value);
  const { renewal } = instrument;
  return (
    <Card>
      <Fact label={t('field.signed_on')}>
        {[day(instrument.signed_on), instrument.signed_at].filter(Boolean).join(', ')}
      </Fact>
      <Fact label={t('field.starts_on')}>{day(instrument.starts_on)}</Fact>
      <Fact label={t('field.ends_on')}>{instrument.starts_on && (day(instrument.ends_on) ?? t('no_end'))}</Fact>
      <Fact label={t('field.last_on')}>
        {instrument.last_on && `${longDate(instrument.last_on)} (${relativeDay(instrument.last_on)})`}
      </Fact>
      <Fact label={t('field.renewal')}>{renewal && t('renewal', { months: renewal.months })}</Fact>
      <Fact label={t('field.period_ends_on')}>{day(instrument.period_ends_on)}</Fact>
      <Fact label={t('field.notice_due_on')}>{day(instrument.notice_due_on)}</Fact>
      <Fact label={t('field.renewal.notice_given_on')}>
        {renewal?.notice_given_on && longDate(renewal.notice_given_on)}
      </Fact>
      <Fact label={t('field.terminated_on')}>
        {[day(instrument.terminated_on), instrument.termination_reason].filter(Boolean).join('. ')}
      </Fact>
      <Fact label={t('field.superseded_on')}>{day(instrument.superseded_on)}</Fact>
    </Card>
  );
}

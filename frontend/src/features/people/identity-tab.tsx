import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useCodeLabel } from '~/api/code-lists';
import { useFormats } from '~/i18n/i18n';
import { today } from '~/lib/day';
import { Button } from '~/ui/button';
import { Card, Fact } from '~/ui/card';
import { Mark } from '~/ui/mark';
import { Section, Stack } from '~/ui/page';
import { ProblemState } from '~/ui/problem-state';
import { EmptyState, Skeleton } from '~/ui/states';
import { type Identity, identityOf, type Person } from './api';
import { useT } from './t';

const IdentityForm = lazy(() => import('./identity-form').then(({ IdentityForm }) => ({ default: IdentityForm })));

/** What identifies the person is asked for only when somebody wants to see it. */
export function PersonIdentity({ person }: { person: Person }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return shown ? (
    <ShownIdentity person={person} onHide={() => setShown(false)} />
  ) : (
    <EmptyState action={<Button onClick={() => setShown(true)}>{t('identity.show')}</Button>}>
      {t('identity.hidden')}
    </EmptyState>
  );
}

function ShownIdentity({ person, onHide }: { person: Person; onHide: () => void }) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery(identityOf(person));
  if (error) {
    return <ProblemState error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton rows={3} />;
  }
  if (editing) {
    return (
      <Suspense fallback={<Skeleton rows={6} />}>
        <IdentityForm person={data} onDone={() => setEditing(false)} />
      </Suspense>
    );
  }
  return (
    <Stack>
      <IdentityFacts identity={data} />
      <div>
        {person.archived_at === undefined && <Button onClick={() => setEditing(true)}>{t('identity.edit')}</Button>}{' '}
        <Button look="plain" onClick={onHide}>
          {t('identity.hide')}
        </Button>
      </div>
    </Stack>
  );
}

function IdentityFacts({ identity }: { identity: Identity }) {
  const t = useT();
  const { longDate } = useFormats();
  const { birth_on, sex, national_number, documents = [] } = identity;
  if (birth_on === undefined && sex === undefined && national_number === undefined && documents.length === 0) {
    return <p>{t('identity.none')}</p>;
  }
  return (
    <>
      <Card>
        <Fact label={t('field.birth_on')}>{birth_on && longDate(birth_on)}</Fact>
        <Fact label={t('field.sex')}>{sex && t(`sex.${sex}`)}</Fact>
        <Fact label={t('field.national_number')}>{national_number}</Fact>
      </Card>
      {documents.length > 0 && (
        <Section title={t('field.documents')}>
          <Documents documents={documents} />
        </Section>
      )}
    </>
  );
}

function Documents({ documents }: { documents: NonNullable<Identity['documents']> }) {
  const t = useT();
  const { date } = useFormats();
  const country = useCodeLabel('countries');
  return (
    <Card>
      {documents.map(it => (
        <Fact key={it.kind + it.number} label={`${t(`document.${it.kind}`)}, ${country(it.country)}`}>
          <p>{it.number}</p>
          {it.issued_on && <p>{t('document.issued', { day: date(it.issued_on) })}</p>}
          {it.expires_on && <Expiry day={it.expires_on} />}
        </Fact>
      ))}
    </Card>
  );
}

function Expiry({ day }: { day: string }) {
  const t = useT();
  const { date, relativeDay } = useFormats();
  return day < today() ? (
    <Mark fill="barred" tone="bad">
      {t('document.expired', { day: date(day) })}
    </Mark>
  ) : (
    <p>{t('document.expires', { day: date(day), when: relativeDay(day) })}</p>
  );
}

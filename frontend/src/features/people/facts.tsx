import { useCodeLabel } from '~/api/code-lists';
import { CountryName } from '~/entities/country-name';
import { RecordText } from '~/entities/record-text';
import { useFormats } from '~/i18n/i18n';
import { Card, Fact } from '~/ui/card';
import type { Person } from './api';
import { useT } from './t';

export function PersonFacts({ person }: { person: Person }) {
  const t = useT();
  const { number } = useFormats();
  const language = useCodeLabel('languages');
  const cefr = useCodeLabel('cefr');
  return (
    <Card>
      <Fact label={t('field.passport_name')}>{person.passport_name}</Fact>
      <Fact label={t('field.unit_id')}>{person.unit && <RecordText of={person.unit.names} />}</Fact>
      <Fact label={t('field.programme')}>{person.programme && <RecordText of={person.programme} />}</Fact>
      <Fact label={t('field.study_year')}>{person.study_year && number(person.study_year)}</Fact>
      <Fact label={t('field.position')}>{person.position && <RecordText of={person.position} />}</Fact>
      <Fact label={t('field.degree')}>{person.degree}</Fact>
      <Fact label={t('field.citizenship')}>{person.citizenship && <CountryName code={person.citizenship} />}</Fact>
      <Fact label={t('field.email')}>{person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}</Fact>
      <Fact label={t('field.phone')}>{person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}</Fact>
      <Fact label={t('field.languages')}>
        {person.languages?.map(it => (
          <p key={it.language}>
            {language(it.language)}: {cefr(it.level)}
          </p>
        ))}
      </Fact>
      <Fact label={t('field.tags')}>{person.tags?.join(', ')}</Fact>
    </Card>
  );
}

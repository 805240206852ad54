import { RecordText } from '~/entities/record-text';
import { WebsiteLink } from '~/entities/website-link';
import { textLanguages } from '~/i18n/languages';
import { Card, Fact } from '~/ui/card';
import type { Programme } from './api';
import { useT } from './t';

export function ProgrammeFacts({ programme }: { programme: Programme }) {
  const t = useT();
  return (
    <Card>
      {textLanguages.map(language => (
        <Fact key={language} label={`${t('field.names')}, ${t(`language.${language}`).toLowerCase()}`}>
          {programme.names[language] && <span lang={language}>{programme.names[language]}</span>}
        </Fact>
      ))}
      <Fact label={t('field.funder')}>
        <RecordText of={programme.funder} />
      </Fact>
      <Fact label={t('field.code')}>{programme.code}</Fact>
      <Fact label={t('field.kind')}>{t(`kind.${programme.kind}`)}</Fact>
      <Fact label={t('field.website')}>{programme.website && <WebsiteLink href={programme.website} />}</Fact>
      <Fact label={t('field.tags')}>{programme.tags?.join(', ')}</Fact>
    </Card>
  );
}

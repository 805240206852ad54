import { useLanguage } from '~/i18n/i18n';
import { chooseText, type Text } from '~/i18n/languages';

/** A name in the reader's language or the next best, marked as what it is for screen readers and hyphenation. */
export function RecordText({ of: texts }: { of: Text | null | undefined }) {
  const { language } = useLanguage();
  const choice = chooseText(texts, language);
  return choice && <span lang={choice.language === language ? undefined : choice.language}>{choice.text}</span>;
}

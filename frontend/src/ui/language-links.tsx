import { useLanguage } from '~/i18n/i18n';
import { languageNames, languages } from '~/i18n/languages';
import { Button } from './button';
import styles from './language-links.module.css';

/** For pages without an account, where no menu has the language. */
export function LanguageLinks() {
  const { language, setLanguage } = useLanguage();
  return (
    <div className={styles.languages}>
      {languages.map(it => (
        <Button key={it} look="plain" lang={it} aria-pressed={it === language} onClick={() => setLanguage(it)}>
          {languageNames[it]}
        </Button>
      ))}
    </div>
  );
}

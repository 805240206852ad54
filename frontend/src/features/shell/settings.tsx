import { useId } from 'react';
import { useCommonT, useLanguage } from '~/i18n/i18n';
import { languageNames, languages } from '~/i18n/languages';
import { setPreferences, usePreferences } from '~/lib/preferences';
import styles from './shell.module.css';

export function LanguageChoice() {
  const t = useCommonT();
  const id = useId();
  const { language, setLanguage } = useLanguage();
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{t('language.name')}</label>
      <select
        id={id}
        value={language}
        onChange={event => setLanguage(languages.find(it => it === event.target.value) ?? language)}
      >
        {languages.map(it => (
          <option key={it} value={it} lang={it}>
            {languageNames[it]}
          </option>
        ))}
      </select>
    </div>
  );
}

const themes = ['auto', 'light', 'dark'] as const;

export function ThemeChoice() {
  const t = useCommonT();
  const id = useId();
  const { theme } = usePreferences();
  const choose = (value: string) =>
    setPreferences({ theme: value === 'light' || value === 'dark' ? value : undefined });
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{t('theme.name')}</label>
      <select id={id} value={theme ?? 'auto'} onChange={event => choose(event.target.value)}>
        {themes.map(it => (
          <option key={it} value={it}>
            {t(`theme.${it}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

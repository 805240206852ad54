import { useCommonT } from '~/i18n/i18n';
import { type Text, type TextLanguage, textLanguages } from '~/i18n/languages';
import styles from './field.module.css';
import type { ControlProps } from './form-field';

type Props = {
  control: ControlProps;
  value: Text;
  maxLength?: number | undefined;
  onChange: (value: Text) => void;
  onBlur?: () => void;
};

/** One text in five languages, a row each; a hollow diamond marks the ones that are missing. */
export function TextRows({ control, value, maxLength, onChange, onBlur }: Props) {
  const t = useCommonT();
  const write = (language: TextLanguage, text: string) => onChange({ ...value, [language]: text });
  return (
    <div className={styles.texts}>
      {textLanguages.map(language => (
        <label key={language} className={styles.text} data-missing={!value[language]}>
          <span>{t(`language.${language}`)}</span>
          <input
            className={control.className}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            name={language}
            lang={language}
            maxLength={maxLength}
            value={value[language] ?? ''}
            onChange={event => write(language, event.target.value)}
            onBlur={onBlur}
          />
        </label>
      ))}
    </div>
  );
}

import { createContext, type ReactNode, use, useDeferredValue, useEffect, useMemo } from 'react';
import { type Preferences, setPreferences, usePreferences } from '~/lib/preferences';
import { catalogueOf, type Locale, localeOf } from './catalogues';
import type common from './common/en.icu.json';
import { type Formats, formatsOf } from './formats';
import { chooseText, type Language, languages, type Text } from './languages';
import { type Message, runMessage, type Values } from './message';

type CommonKey = keyof typeof common;
/** Translates a key of the feature, or of what all share. */
export type T<Key extends string = never> = (key: Key | CommonKey, values?: Values) => string;

type Context = { language: Language; setLanguage: (language: Language) => void; locale: Locale; changing: boolean };

const I18nContext = createContext<Context | undefined>(undefined);

function languageOf(preferred: Preferences['language']): Language {
  const wanted = [preferred, ...navigator.languages.map(it => it.slice(0, 2))];
  return languages.find(it => it === wanted.find(tag => languages.some(known => known === tag))) ?? 'uz';
}

export function I18nProvider({ children }: { children: ReactNode }) {
  const wanted = languageOf(usePreferences().language);
  // The old language stays on the screen until the new one is here.
  const language = useDeferredValue(wanted);
  const changing = language !== wanted;
  const locale = use(localeOf(language));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const context = useMemo(
    () => ({
      language,
      locale,
      changing,
      setLanguage: (next: Language) => setPreferences({ language: next }),
    }),
    [language, locale, changing],
  );
  return <I18nContext value={context}>{children}</I18nContext>;
}

function useI18n(): Context {
  const context = use(I18nContext);
  if (context === undefined) {
    throw new Error('I18nProvider is missing');
  }
  return context;
}

export function useLanguage(): Pick<Context, 'language' | 'setLanguage' | 'changing'> {
  return useI18n();
}

function translate(locale: Locale, find: (key: string) => Message | undefined) {
  return (key: string, values: Values = {}) => {
    const message = find(key) ?? locale.common[key];
    return message === undefined ? key : runMessage(message, values, locale.table);
  };
}

/** For what all features share. */
export function useCommonT(): T {
  const { locale } = useI18n();
  return useMemo(() => translate(locale, () => undefined), [locale]);
}

/** For what is built once for all features: the keys follow from the names of fields, so no type can list them. */
export function useFeatureT(feature: string): (key: string, values?: Values) => string {
  const { language, locale } = useI18n();
  const catalogue = use(catalogueOf(feature, language));
  return useMemo(() => translate(locale, key => catalogue[key]), [locale, catalogue]);
}

/** Makes the `useT` of a feature; its catalogue is loaded when first used. */
export function translator<Key extends string>(feature: string): () => T<Key> {
  return () => useFeatureT(feature);
}

export function useFormats(): Formats {
  const { locale } = useI18n();
  return useMemo(
    () =>
      formatsOf(
        locale.table,
        translate(locale, () => undefined),
      ),
    [locale],
  );
}

/** The tables of the language, for the fields that read dates. */
export function useTable() {
  return useI18n().locale.table;
}

/** The text in the reader's language, or in the one they read most easily. */
export function useText(): (texts: Text | null | undefined) => string {
  const { language } = useI18n();
  return useMemo(() => texts => chooseText(texts, language)?.text ?? '', [language]);
}

export const languages = ['uz', 'ru', 'en', 'tg'] as const;
export type Language = (typeof languages)[number];

/** Each in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
  uz: 'Oʻzbekcha',
  ru: 'Русский',
  en: 'English',
  tg: 'Тоҷикӣ',
};

/** The languages that records are written in. */
export const textLanguages = ['uz', 'uz-Cyrl', 'ru', 'en', 'tg'] as const;
export type TextLanguage = (typeof textLanguages)[number];
export type Text = Partial<Record<TextLanguage, string>>;

/** Where a text is not there in a reader's language, which language they read most easily. */
const fallbacks: Readonly<Record<Language, readonly TextLanguage[]>> = {
  uz: ['uz', 'uz-Cyrl', 'en', 'ru', 'tg'],
  ru: ['ru', 'en', 'uz', 'uz-Cyrl', 'tg'],
  en: ['en', 'ru', 'uz', 'uz-Cyrl', 'tg'],
  tg: ['tg', 'ru', 'en', 'uz', 'uz-Cyrl'],
};

export type TextChoice = { text: string; language: TextLanguage };

export function chooseText(texts: Text | null | undefined, language: Language): TextChoice | undefined {
  for (const candidate of fallbacks[language]) {
    const text = texts?.[candidate];
    if (text !== undefined && text !== '') {
      return { text, language: candidate };
    }
  }
  return undefined;
}

//! The languages Hamkor speaks, and which of them a caller asked for.

use serde::{Deserialize, Serialize};

crate::words! {
    /// A language of names and messages, as a BCP 47 tag.
    pub enum Language {
        Uzbek = "uz",
        UzbekCyrillic = "uz-Cyrl",
        Russian = "ru",
        English = "en",
        Tajik = "tg",
    }
}

/// One text in each language of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    pub uz: String,
    #[serde(rename = "uz-Cyrl")]
    pub uz_cyrl: String,
    pub ru: String,
    pub en: String,
    pub tg: String,
}

impl Labels {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Uzbek => &self.uz,
            Language::UzbekCyrillic => &self.uz_cyrl,
            Language::Russian => &self.ru,
            Language::English => &self.en,
            Language::Tajik => &self.tg,
        }
    }
}

/// A text of the service itself. Cyrillic Uzbek has none of its own: its readers read both scripts.
#[derive(Deserialize)]
pub struct Wording {
    pub uz: String,
    pub ru: String,
    pub en: String,
    pub tg: String,
}

impl Wording {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Uzbek | Language::UzbekCyrillic => &self.uz,
            Language::Russian => &self.ru,
            Language::English => &self.en,
            Language::Tajik => &self.tg,
        }
    }
}

/// The language of ours that an `Accept-Language` header prefers; English where it names none.
pub fn preferred(accept_language: &str) -> Language {
    let mut best = (0.0, Language::English);
    for range in accept_language.split(',').take(20) {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let quality: f32 = parts.find_map(|it| it.trim().strip_prefix("q=")).and_then(|it| it.parse().ok()).unwrap_or(1.0);
        if let Some(language) = matching(tag)
            && best.0 < quality
        {
            best = (quality, language);
        }
    }
    best.1
}

fn matching(tag: &str) -> Option<Language> {
    let tag = tag.to_ascii_lowercase();
    if tag.starts_with("uz-cyrl") {
        return Some(Language::UzbekCyrillic);
    }
    match tag.split('-').next()? {
        "uz" => Some(Language::Uzbek),
        "ru" => Some(Language::Russian),
        "en" => Some(Language::English),
        "tg" => Some(Language::Tajik),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, preferred};

    #[test]
    fn the_language_of_highest_quality_wins() {
        assert_eq!(preferred("de, ru;q=0.7, tg;q=0.9"), Language::Tajik);
        assert_eq!(preferred("uz-Cyrl-UZ"), Language::UzbekCyrillic);
        assert_eq!(preferred("uz-Latn-UZ,en;q=0.1"), Language::Uzbek);
        assert_eq!(preferred("fr, *;q=0.5"), Language::English);
        assert_eq!(preferred(""), Language::English);
    }
}

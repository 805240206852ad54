//! What problems say, in the languages of the interface.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::platform::language::{Language, Wording};

static TEXTS: LazyLock<HashMap<String, Wording>> = LazyLock::new(|| serde_json::from_str(include_str!("texts.json")).unwrap_or_default());

/// The text of a code; the code itself where none is written, which a test forbids.
pub fn get(code: &'static str, language: Language) -> &'static str {
    TEXTS.get(code).map_or(code, |it| it.get(language))
}

#[cfg(test)]
mod tests {
    use super::TEXTS;
    use crate::platform::problem::Code;

    #[test]
    fn every_code_has_a_text_in_every_language_with_the_same_places() {
        for code in Code::WORDS {
            assert!(TEXTS.contains_key(*code), "no text for {code}");
        }
        for (code, text) in TEXTS.iter() {
            let places = text.en.matches("{}").count();
            for it in [&text.uz, &text.ru, &text.en, &text.tg] {
                assert!(!it.is_empty() && it.matches("{}").count() == places, "{code}: {it}");
            }
        }
    }
}

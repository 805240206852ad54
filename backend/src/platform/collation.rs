//! The alphabetical order of a language (Unicode Collation Algorithm, CLDR), as a text that databases compare byte by
//! byte: in Uzbek `oʻ`, `gʻ`, `sh` and `ch` follow `z`, in Russian `ё` stands with `е`, in Tajik `ғ` follows `г`.

use std::fmt::Write;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use crate::platform::language::Language;

/// Bytes of a key that are kept: indexes have limits, and nobody tells the order of two names by their hundredth letter.
const LONGEST: usize = 300;

static COLLATORS: LazyLock<Vec<(Language, CollatorBorrowed<'static>)>> = LazyLock::new(|| {
    let collator = |language: &Language| {
        let locale = Locale::try_from_str(language.as_str()).ok()?;
        Some((*language, Collator::try_new(locale.into(), CollatorOptions::default()).ok()?))
    };
    Language::ALL.iter().filter_map(collator).collect()
});

/// Keys of two texts compare as the texts do in the language.
pub fn key(text: &str, language: Language) -> String {
    let mut bytes = Vec::new();
    if let Some((_, collator)) = COLLATORS.iter().find(|it| it.0 == language) {
        let Ok(()) = collator.write_sort_key_to(text, &mut bytes);
    }
    bytes.truncate(LONGEST);
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::key;
    use crate::platform::language::Language;

    #[test]
    fn each_language_has_its_own_alphabet() {
        for (language, sorted) in [
            (Language::English, ["apple", "École", "Zoo"].as_slice()),
            (Language::Russian, &["Афина", "Еж", "Ёж", "Ель", "Жук", "Щука", "Яблоко", "Berlin"]),
            (Language::Uzbek, &["Gul", "Olma", "Sumalak", "Zafar", "Oʻzbek", "Gʻijduvon", "Shahar", "Chorsu"]),
            (Language::Tajik, &["Гул", "Ғор", "Кор", "Қанд", "У", "Ӯ", "Хона", "Ҳаво", "Чор", "Ҷӯра", "Я"]),
        ] {
            let keys: Vec<String> = sorted.iter().map(|it| key(it, language)).collect();
            assert!(keys.is_sorted_by(|one, other| one < other), "{sorted:?}: {keys:?}");
        }
    }

    #[test]
    fn a_key_fits_into_an_index() {
        assert!(key(&"Щ".repeat(500), Language::Russian).len() <= 600);
    }
}

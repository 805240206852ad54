//! The headings of columns and the words of their values, in the languages of people.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::platform::language::{Language, Wording};

static LABELS: LazyLock<HashMap<String, Wording>> = LazyLock::new(|| serde_json::from_str(include_str!("labels.json")).unwrap_or_default());

/// None where there is no such label; a test holds that every column and word has one.
pub fn label(key: &str, language: Language) -> Option<&'static str> {
    Some(LABELS.get(key)?.get(language))
}

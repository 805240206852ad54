//! The lists themselves, read once.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use crate::platform::language::Language;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::platform::language::Labels;

crate::words! {
    /// The name of a code list.
    pub enum ListName {
        /// ISO 3166-1 alpha-2.
        Countries = "countries",
        /// BCP 47.
        Languages = "languages",
        /// ISO 4217.
        Currencies = "currencies",
        /// ISCED-F 2013: broad (2 digits), narrow (3) and detailed (4) fields of education.
        IscedF = "isced-f",
        /// Levels of the European Qualifications Framework.
        Eqf = "eqf",
        /// Levels of the Common European Framework of Reference for Languages.
        Cefr = "cefr",
    }
}

/// A code and what it is called.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CodeListItem {
    #[schema(max_length = 20)]
    pub code: String,
    #[schema(value_type = CodeListLabels)]
    pub labels: Labels,
    /// Of a field of education: `broad`, `narrow` or `detailed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 20)]
    pub level: Option<String>,
    /// The code one level up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 20)]
    pub parent: Option<String>,
    /// Decimals of a currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 4)]
    pub minor_units: Option<u8>,
}

/// The label in each language.
#[derive(Serialize, ToSchema)]
pub struct CodeListLabels {
    #[schema(max_length = 500)]
    pub uz: String,
    #[serde(rename = "uz-Cyrl")]
    #[schema(max_length = 500)]
    pub uz_cyrl: String,
    #[schema(max_length = 500)]
    pub ru: String,
    #[schema(max_length = 500)]
    pub en: String,
    #[schema(max_length = 500)]
    pub tg: String,
}

pub struct CodeList {
    pub items: Vec<CodeListItem>,
    codes: HashSet<String>,
}

static LISTS: LazyLock<BTreeMap<ListName, CodeList>> = LazyLock::new(|| ListName::ALL.iter().map(|it| (*it, read(*it))).collect());

pub fn list(name: ListName) -> Option<&'static CodeList> {
    LISTS.get(&name)
}

pub fn has(name: ListName, code: &str) -> bool {
    list(name).is_some_and(|it| it.codes.contains(code))
}

/// What a code is called; the code itself where the list has none such.
pub fn label(name: ListName, code: &str, language: Language) -> String {
    let item = list(name).and_then(|it| it.items.iter().find(|it| it.code == code));
    item.map_or(code, |it| it.labels.get(language)).to_owned()
}

/// The files are part of the program; a test reads each.
fn read(name: ListName) -> CodeList {
    let text = match name {
        ListName::Countries => include_str!("data/countries.json"),
        ListName::Languages => include_str!("data/languages.json"),
        ListName::Currencies => include_str!("data/currencies.json"),
        ListName::IscedF => include_str!("data/isced_f.json"),
        ListName::Eqf => include_str!("data/eqf.json"),
        ListName::Cefr => include_str!("data/cefr.json"),
    };
    let items: Vec<CodeListItem> = serde_json::from_str(text).unwrap_or_default();
    let codes = items.iter().map(|it| it.code.clone()).collect();
    CodeList { items, codes }
}

#[cfg(test)]
mod tests {
    use super::{ListName, list};
    use crate::platform::money::Currency;

    #[test]
    fn every_list_has_its_codes() {
        for (name, count) in [
            (ListName::Countries, 249),
            (ListName::IscedF, 220),
            (ListName::Eqf, 8),
            (ListName::Cefr, 6),
            (ListName::Currencies, 150),
            (ListName::Languages, 180),
        ] {
            assert!(count <= list(name).unwrap().items.len(), "{name:?}");
        }
    }

    #[test]
    fn money_knows_every_listed_currency_and_its_decimals() {
        for item in &list(ListName::Currencies).unwrap().items {
            let currency = Currency::parse(&item.code).unwrap_or_else(|| panic!("{}", item.code));
            assert_eq!(currency.decimals(), u32::from(item.minor_units.unwrap()), "{}", item.code);
        }
    }
}

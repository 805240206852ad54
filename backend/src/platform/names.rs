//! Names that people read, in up to five languages.

use std::borrow::Cow;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, Type};
use utoipa::openapi::{RefOr, extensions::ExtensionsBuilder};

use crate::platform::collation;
use crate::platform::json::Json;
use crate::platform::language::Language;

/// `{"uz": …, "uz-Cyrl": …, "ru": …, "en": …, "tg": …}`: at least one, in NFC, trimmed.
#[derive(Clone, Debug, Serialize, AsExpression, FromSqlRow)]
#[serde(transparent)]
#[diesel(sql_type = Text)]
pub struct Names(Json<Spellings>);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Spellings {
    #[serde(skip_serializing_if = "Option::is_none")]
    uz: Option<String>,
    #[serde(rename = "uz-Cyrl", skip_serializing_if = "Option::is_none")]
    uz_cyrl: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ru: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tg: Option<String>,
}

/// Where a name stands in the alphabet of each language.
#[derive(Clone, Debug)]
pub struct SortKeys {
    pub uz: String,
    pub ru: String,
    pub en: String,
    pub tg: String,
}

/// The longest name in one language, in characters.
pub const LONGEST: usize = 500;

impl Names {
    pub fn in_english(text: &str) -> Self {
        Self::from_spellings(Spellings { en: Some(text.to_owned()), ..Spellings::default() })
    }
    /// Every spelling there is, in the order of `Language::ALL`.
    pub fn all(&self) -> Vec<String> {
        let Spellings { uz, uz_cyrl, ru, en, tg } = self.0.get();
        [uz, uz_cyrl, ru, en, tg].into_iter().flatten().collect()
    }
    /// The name in this language, or else in the one that its readers read most easily.
    pub fn best(&self, language: Language) -> String {
        let Spellings { uz, uz_cyrl, ru, en, tg } = self.0.get();
        let order = match language {
            Language::Uzbek => [uz, uz_cyrl, en, ru, tg],
            Language::UzbekCyrillic => [uz_cyrl, uz, ru, en, tg],
            Language::Russian => [ru, en, uz, uz_cyrl, tg],
            Language::English => [en, ru, uz, uz_cyrl, tg],
            Language::Tajik => [tg, ru, en, uz, uz_cyrl],
        };
        order.into_iter().flatten().next().unwrap_or_default()
    }
    /// What a list is sorted by, in each language of the application.
    pub fn sort_keys(&self) -> SortKeys {
        let key = |language| collation::key(&self.best(language), language);
        SortKeys { uz: key(Language::Uzbek), ru: key(Language::Russian), en: key(Language::English), tg: key(Language::Tajik) }
    }
    fn from_spellings(spellings: Spellings) -> Self {
        Self(Json::new(&spellings).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spellings { uz, uz_cyrl, ru, en, tg } = Spellings::deserialize(deserializer)?;
        let tidy = |it: Option<String>| it.map(|it| it.nfc().collect::<String>().trim().to_owned()).filter(|it| !it.is_empty());
        let tidied = Spellings { uz: tidy(uz), uz_cyrl: tidy(uz_cyrl), ru: tidy(ru), en: tidy(en), tg: tidy(tg) };
        Ok(Self::from_spellings(tidied))
    }
}
impl utoipa::PartialSchema for Names {
    fn schema() -> RefOr<Schema> {
        let spelling = || {
            ObjectBuilder::new()
                .schema_type(Type::String)
                .min_length(Some(1))
                .max_length(Some(LONGEST))
                .pattern(Some(crate::platform::text::LINE_PATTERN))
        };
        let mut names = ObjectBuilder::new()
            .schema_type(Type::Object)
            .description(Some("A name in up to five languages, at least one of them; NFC, trimmed."))
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
            .examples([serde_json::json!({"uz": "Toshkent davlat texnika universiteti", "en": "Tashkent State Technical University"})])
            .extensions(Some(ExtensionsBuilder::new().add("minProperties", 1).build()));
        for language in Language::WORDS {
            names = names.property(*language, spelling());
        }
        names.into()
    }
}
impl utoipa::ToSchema for Names {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Names")
    }
}
impl<DB: Backend> FromSql<Text, DB> for Names
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(Json::from_sql(raw)?))
    }
}
impl<DB: Backend> ToSql<Text, DB> for Names
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        ToSql::<Text, DB>::to_sql(&self.0, out)
    }
}

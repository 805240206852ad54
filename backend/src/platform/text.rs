//! Lines and paragraphs that people type.

use std::borrow::Cow;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

/// At least one character that is not a space, and no control character.
pub const LINE_PATTERN: &str = r"^[^\u0000-\u001f\u007f]*[^\u0000-\u0020\u007f][^\u0000-\u001f\u007f]*$";
/// As a line, and line ends and tabs are allowed.
pub const PROSE_PATTERN: &str =
    r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*[^\u0000-\u0020\u007f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$";

/// One line of 1 to `MAX` characters in NFC, trimmed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, AsExpression, FromSqlRow)]
#[serde(transparent)]
#[diesel(sql_type = Text)]
pub struct Line<const MAX: usize>(String);

/// Paragraphs of together 1 to `MAX` characters in NFC, trimmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, AsExpression, FromSqlRow)]
#[serde(transparent)]
#[diesel(sql_type = Text)]
pub struct Prose<const MAX: usize>(String);

fn tidy(raw: &str) -> String {
    raw.trim().nfc().collect()
}

impl<const MAX: usize> Line<MAX> {
    /// For text of our own making; what comes from outside is deserialised.
    pub fn from_trusted(text: &str) -> Self {
        Self(tidy(text))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl<const MAX: usize> Prose<MAX> {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

// The length is the document's to judge (`body`), so that every fault of a body is reported at once.
impl<'de, const MAX: usize> Deserialize<'de> for Line<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(tidy(&String::deserialize(deserializer)?)))
    }
}
impl<'de, const MAX: usize> Deserialize<'de> for Prose<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(tidy(&String::deserialize(deserializer)?)))
    }
}

fn schema(max: usize, pattern: &'static str) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(max)).pattern(Some(pattern)).into()
}
impl<const MAX: usize> utoipa::PartialSchema for Line<MAX> {
    fn schema() -> RefOr<Schema> {
        schema(MAX, LINE_PATTERN)
    }
}
impl<const MAX: usize> utoipa::ToSchema for Line<MAX> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("Line{MAX}"))
    }
}
impl<const MAX: usize> utoipa::PartialSchema for Prose<MAX> {
    fn schema() -> RefOr<Schema> {
        schema(MAX, PROSE_PATTERN)
    }
}
impl<const MAX: usize> utoipa::ToSchema for Prose<MAX> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("Prose{MAX}"))
    }
}

impl<DB: Backend, const MAX: usize> FromSql<Text, DB> for Line<MAX>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(raw)?))
    }
}
impl<DB: Backend, const MAX: usize> ToSql<Text, DB> for Line<MAX>
where
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}
impl<DB: Backend, const MAX: usize> FromSql<Text, DB> for Prose<MAX>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(raw)?))
    }
}
impl<DB: Backend, const MAX: usize> ToSql<Text, DB> for Prose<MAX>
where
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

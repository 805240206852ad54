//! Types that hold a code of a list and nothing else.

use std::borrow::Cow;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};

use crate::code_lists::data::{self, ListName};
use crate::platform::language::Language;
use crate::platform::period::AcademicYear;

/// Declares a code type; a macro, because each is the same but for its list and its form.
macro_rules! code {
    ($(#[$meta:meta])* $name:ident, $list:expr, $pattern:literal, $max:literal, $format:literal, $example:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, AsExpression, FromSqlRow)]
        #[serde(try_from = "String", into = "String")]
        #[diesel(sql_type = Text)]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(code: String) -> Result<Self, String> {
                if data::has($list, &code) { Ok(Self(code)) } else { Err(code) }
            }
        }
        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some($pattern))
                    .max_length(Some($max))
                    .format(Some(SchemaFormat::Custom($format.to_owned())))
                    .description(Some(concat!("A code of /code-lists, such as ", $example, ".")))
                    .examples([$example])
                    .into()
            }
        }
        impl utoipa::ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }
        impl<DB: Backend> FromSql<Text, DB> for $name
        where
            String: FromSql<Text, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
                Ok(Self(String::from_sql(raw)?))
            }
        }
        impl<DB: Backend> ToSql<Text, DB> for $name
        where
            String: ToSql<Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                self.0.to_sql(out)
            }
        }
    };
}

code!(
    /// ISO 3166-1 alpha-2.
    Country, ListName::Countries, "^[A-Z]{2}$", 2, "country", "UZ"
);
code!(
    /// BCP 47.
    LanguageTag, ListName::Languages, "^[a-z]{2,3}(-[A-Z][a-z]{3})?$", 10, "language", "en"
);
code!(
    /// A detailed field of ISCED-F 2013, or a broader one.
    FieldOfEducation, ListName::IscedF, "^[0-9]{2,4}$", 4, "isced-f", "0732"
);

/// For columns of tables.
pub fn country_name(code: &str, language: Language) -> String {
    data::label(ListName::Countries, code, language)
}
pub fn language_name(code: &str, language: Language) -> String {
    data::label(ListName::Languages, code, language)
}
/// With its code, by which ministries know it.
pub fn field_name(code: &str, language: Language) -> String {
    format!("{code} {}", data::label(ListName::IscedF, code, language))
}

crate::words! {
    /// A level of the Common European Framework of Reference for Languages.
    pub enum Cefr { A1 = "a1", A2 = "a2", B1 = "b1", B2 = "b2", C1 = "c1", C2 = "c2" }
}

/// The formats of the document that name a code list: what is in no list is refused where it stands.
pub const FORMATS: &[(&str, fn(&str) -> bool)] = &[
    ("country", |it| data::has(ListName::Countries, it)),
    ("language", |it| data::has(ListName::Languages, it)),
    ("isced-f", |it| data::has(ListName::IscedF, it)),
    ("currency", |it| data::has(ListName::Currencies, it)),
    ("time-zone", |it| it.parse::<chrono_tz::Tz>().is_ok()),
    ("academic-year", |it| AcademicYear::try_from(it.to_owned()).is_ok()),
];

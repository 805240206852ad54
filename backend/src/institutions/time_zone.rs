//! The time zone an institution lives in, which decides what day it is there.

use std::borrow::Cow;

use chrono_tz::Tz;
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};

/// A zone of the IANA time zone database, such as `Asia/Tashkent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[serde(try_from = "String", into = "String")]
#[diesel(sql_type = Text)]
pub struct TimeZone(Tz);

impl TimeZone {
    pub const fn zone(self) -> Tz {
        self.0
    }
}
impl TryFrom<String> for TimeZone {
    type Error = &'static str;
    fn try_from(name: String) -> Result<Self, Self::Error> {
        name.parse().map(Self).map_err(|_| "is no time zone of the IANA database, such as Asia/Tashkent")
    }
}
impl From<TimeZone> for String {
    fn from(zone: TimeZone) -> Self {
        zone.0.name().to_owned()
    }
}
impl utoipa::PartialSchema for TimeZone {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[A-Za-z][A-Za-z0-9_+/-]*$"))
            .min_length(Some(2))
            .max_length(Some(64))
            .format(Some(SchemaFormat::Custom("time-zone".to_owned())))
            .description(Some("A name of the IANA time zone database."))
            .examples(["Asia/Tashkent"])
            .into()
    }
}
impl utoipa::ToSchema for TimeZone {
    fn name() -> Cow<'static, str> {
        "TimeZone".into()
    }
}
impl<DB: Backend> FromSql<Text, DB> for TimeZone
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self::try_from(String::from_sql(raw)?)?)
    }
}
impl<DB: Backend> ToSql<Text, DB> for TimeZone
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.name().to_sql(out)
    }
}

#[cfg(test)]
mod tests {
    use super::TimeZone;

    #[test]
    fn a_time_zone_is_a_name_of_the_iana_database() {
        for name in ["Asia/Tashkent", "Asia/Dushanbe", "UTC", "Etc/GMT+5"] {
            assert_eq!(String::from(TimeZone::try_from(name.to_owned()).unwrap()), name);
        }
        for name in ["", "Tashkent", "asia/tashkent", "UTC+5", "Asia/Tashkent ", "Europe/Atlantis"] {
            assert!(TimeZone::try_from(name.to_owned()).is_err(), "{name}");
        }
    }
}

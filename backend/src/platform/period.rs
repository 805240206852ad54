//! Days, ranges of days and academic years.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};

/// Days the service takes: 1900-01-01 to 2199-12-31.
pub const DAY_PATTERN: &str = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";

/// An ISO day within the range the service takes; 30 February is none.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (text.len() == 10 && (1900..2200).contains(&day.year())).then_some(day)
}

/// The day `months` later, at most the end of the calendar.
pub fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// `2026/2027`: from 1 September to 31 August.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[serde(try_from = "String", into = "String")]
#[diesel(sql_type = Text)]
pub struct AcademicYear(String);

impl AcademicYear {
    pub fn starting(year: i32) -> Self {
        Self(format!("{year}/{}", year + 1))
    }
    pub fn containing(day: NaiveDate) -> Self {
        Self::starting(if day.month() < 9 { day.year() - 1 } else { day.year() })
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl fmt::Display for AcademicYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl TryFrom<String> for AcademicYear {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let first: Option<i32> = text.get(..4).and_then(|it| it.parse().ok());
        match first {
            Some(year) if (1900..2200).contains(&year) && Self::starting(year).0 == text => Ok(Self(text)),
            _ => Err("is not two years that follow each other, such as 2026/2027"),
        }
    }
}
impl From<AcademicYear> for String {
    fn from(year: AcademicYear) -> Self {
        year.0
    }
}
impl utoipa::PartialSchema for AcademicYear {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(r"^(19|20|21)[0-9]{2}/(19|20|21|22)[0-9]{2}$"))
            .min_length(Some(9))
            .max_length(Some(9))
            .format(Some(SchemaFormat::Custom("academic-year".to_owned())))
            .description(Some("Two calendar years that follow each other; from 1 September to 31 August."))
            .examples(["2026/2027"])
            .into()
    }
}
impl utoipa::ToSchema for AcademicYear {
    fn name() -> Cow<'static, str> {
        "AcademicYear".into()
    }
}
impl<DB: Backend> FromSql<Text, DB> for AcademicYear
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(raw)?))
    }
}
impl<DB: Backend> ToSql<Text, DB> for AcademicYear
where
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

#[cfg(test)]
mod tests {
    use super::{AcademicYear, parse_day};

    #[test]
    fn an_academic_year_is_two_years_that_follow_each_other() {
        assert!(AcademicYear::try_from("2026/2027".to_owned()).is_ok());
        for raw in ["2026", "2026/2028", "2026-2027", "2027/2026", "26/27", "2026/2027 "] {
            assert!(AcademicYear::try_from(raw.to_owned()).is_err(), "{raw}");
        }
    }

    #[test]
    fn the_academic_year_turns_on_the_first_of_september() {
        assert_eq!(AcademicYear::containing(parse_day("2026-08-31").unwrap()).as_str(), "2025/2026");
        assert_eq!(AcademicYear::containing(parse_day("2026-09-01").unwrap()).as_str(), "2026/2027");
    }

    #[test]
    fn impossible_days_are_refused() {
        for raw in ["2026-02-30", "2026-13-01", "1899-12-31", "2200-01-01", "2026-2-3", "26-02-03", ""] {
            assert!(parse_day(raw).is_none(), "{raw}");
        }
    }
}

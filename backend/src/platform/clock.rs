//! The one clock. Instants are UTC with microseconds; days are dates in an institution's time zone.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, SubsecRound, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Timestamp;
use serde::{Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};

#[derive(Clone, Debug)]
pub enum Clock {
    System,
    /// Stands still until a test moves it; microseconds since 1970.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    pub fn at(instant: Instant) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(instant.0.and_utc().timestamp_micros())))
    }
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant(Utc::now().naive_utc().trunc_subsecs(6)),
            Self::Manual(micros) => Instant(DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst)).unwrap_or_default().naive_utc()),
        }
    }
    /// Moves a manual clock; the system's cannot be moved.
    pub fn advance(&self, by: TimeDelta) {
        match self {
            Self::System => {}
            Self::Manual(micros) => {
                micros.fetch_add(by.num_microseconds().unwrap_or_default(), Ordering::SeqCst);
            }
        }
    }
}

/// A point in time: RFC 3339 in UTC with Z on the wire.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Instant(NaiveDateTime);

impl Instant {
    pub fn parse(text: &str) -> Option<Self> {
        let parsed = DateTime::parse_from_rfc3339(text).ok()?;
        Some(Self(parsed.naive_utc().trunc_subsecs(6))).filter(|it| (1900..2200).contains(&it.0.year()))
    }
    /// As the databases write it when they cast it to text: in UTC, without saying so.
    pub fn parse_stored(text: &str) -> Option<Self> {
        Self::parse(&format!("{}Z", text.replace(' ', "T")))
    }
    pub fn day_in(self, zone: Tz) -> NaiveDate {
        self.0.and_utc().with_timezone(&zone).date_naive()
    }
    pub fn plus(self, by: TimeDelta) -> Self {
        Self(self.0.checked_add_signed(by).unwrap_or(self.0))
    }
    pub fn unix_seconds(self) -> i64 {
        self.0.and_utc().timestamp()
    }
    pub fn since(self, earlier: Self) -> TimeDelta {
        self.0 - earlier.0
    }
}
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.and_utc().to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}
impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl utoipa::PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .max_length(Some(32))
            .into()
    }
}
impl utoipa::ToSchema for Instant {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Instant")
    }
}
impl<DB: Backend> FromSql<Timestamp, DB> for Instant
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(NaiveDateTime::from_sql(raw)?))
    }
}
impl<DB: Backend> ToSql<Timestamp, DB> for Instant
where
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

//! One id type for every record: `Id<Agreement>` is not an `Id<Partner>`.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use uuid::Uuid;

/// A UUIDv7 in its lower-case text form, so that both databases sort it alike: by time of creation.
#[derive(Serialize, Deserialize, AsExpression, FromSqlRow)]
#[serde(try_from = "String", into = "String", bound = "")]
#[diesel(sql_type = Text)]
pub struct Id<Of: 'static>(String, PhantomData<fn() -> Of>);

/// An id whose kind of record is not known to the compiler: in the journal, in expansions.
pub type AnyId = Id<()>;

impl<Of> Id<Of> {
    pub fn new() -> Self {
        Self(Uuid::now_v7().to_string(), PhantomData)
    }
    /// Accepts any spelling of a UUID, and keeps the lower-case one.
    pub fn parse(raw: &str) -> Option<Self> {
        Uuid::try_parse(raw).ok().map(|id| Self(id.to_string(), PhantomData))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn untyped(&self) -> AnyId {
        Id(self.0.clone(), PhantomData)
    }
}
impl AnyId {
    pub fn typed<Of>(&self) -> Id<Of> {
        Id(self.0.clone(), PhantomData)
    }
}
impl<Of> Default for Id<Of> {
    fn default() -> Self {
        Self::new()
    }
}
impl<Of> fmt::Debug for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<Of> fmt::Display for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<Of> Clone for Id<Of> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<Of> PartialEq for Id<Of> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<Of> Eq for Id<Of> {}
impl<Of> Hash for Id<Of> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<Of> PartialOrd for Id<Of> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<Of> Ord for Id<Of> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<Of> From<Id<Of>> for String {
    fn from(id: Id<Of>) -> Self {
        id.0
    }
}
impl<Of> TryFrom<String> for Id<Of> {
    type Error = uuid::Error;
    fn try_from(raw: String) -> Result<Self, uuid::Error> {
        Ok(Self(Uuid::try_parse(&raw)?.to_string(), PhantomData))
    }
}
impl<Of> utoipa::PartialSchema for Id<Of> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
            .min_length(Some(36))
            .max_length(Some(36))
            .description(Some("UUIDv7, made by the server."))
            .into()
    }
}
impl<Of> utoipa::ToSchema for Id<Of> {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Id")
    }
}
impl<DB: Backend, Of> FromSql<Text, DB> for Id<Of>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(raw)?, PhantomData))
    }
}
impl<DB: Backend, Of> ToSql<Text, DB> for Id<Of>
where
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

/// Marks the ids of institutions, which every table carries first.
#[derive(Debug)]
pub enum InstitutionKey {}
pub type InstitutionId = Id<InstitutionKey>;

//! Values that are stored as one JSON column because no query looks inside them.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;

/// The JSON text of a `T`. It was a valid `T` when it was written, so a list sends it on unparsed.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Json<T: 'static>(Box<RawValue>, PhantomData<fn() -> T>);

impl<T: Serialize> Json<T> {
    pub fn new(value: &T) -> serde_json::Result<Self> {
        Ok(Self(serde_json::value::to_raw_value(value)?, PhantomData))
    }
}
impl<T: DeserializeOwned + Default> Json<T> {
    /// The value; the default where the column holds what an older version wrote and this one cannot read.
    pub fn get(&self) -> T {
        serde_json::from_str(self.0.get()).unwrap_or_default()
    }
}
impl<T> Json<T> {
    pub fn as_str(&self) -> &str {
        self.0.get()
    }
}
impl<T> Clone for Json<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<T> fmt::Debug for Json<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.get())
    }
}
impl<T: Serialize + Default> Default for Json<T> {
    fn default() -> Self {
        // A default of ours is a list, an object or null: all of them serialise.
        Self::new(&T::default()).unwrap_or_else(|_| Self(RawValue::NULL.to_owned(), PhantomData))
    }
}
impl<T> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T: Serialize + DeserializeOwned> Deserialize<'de> for Json<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(&T::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
impl<T: utoipa::PartialSchema> utoipa::PartialSchema for Json<T> {
    fn schema() -> RefOr<Schema> {
        T::schema()
    }
}
impl<T: utoipa::ToSchema> utoipa::ToSchema for Json<T> {
    fn name() -> Cow<'static, str> {
        T::name()
    }
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
    }
}
impl<DB: Backend, T> FromSql<Text, DB> for Json<T>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(RawValue::from_string(String::from_sql(raw)?)?, PhantomData))
    }
}
impl<DB: Backend, T> ToSql<Text, DB> for Json<T>
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.get().to_sql(out)
    }
}

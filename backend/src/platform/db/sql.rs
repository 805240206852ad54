//! Conditions and small statements put together from static text and bound values.
//!
//! Lists filter and sort by what a slice declares (`platform::filter`), so their conditions are not known when
//! the program is compiled. Text is `&'static str`: no value can become SQL, it can only be bound.

use chrono::NaiveDate;
use diesel::QueryResult;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::query_dsl::methods::LoadQuery;
use diesel::sql_types::{BigInt, Bool, Date, Double, Text, Timestamp, Untyped};

use super::{Conn, MultiBackend};
use crate::platform::clock::Instant;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Integer(i64),
    Number(f64),
    Flag(bool),
    Day(NaiveDate),
    Moment(Instant),
}

#[derive(Clone, Debug)]
enum Part {
    Text(&'static str),
    Bind(Value),
}

/// SQL in the making: a condition, an order, or a whole statement.
#[derive(Clone, Debug, Default)]
pub struct Sql(Vec<Part>);

impl Sql {
    pub fn new(text: &'static str) -> Self {
        Self(vec![Part::Text(text)])
    }
    pub fn text(mut self, text: &'static str) -> Self {
        self.0.push(Part::Text(text));
        self
    }
    pub fn bind(mut self, value: Value) -> Self {
        self.0.push(Part::Bind(value));
        self
    }
    pub fn bind_text(self, value: impl Into<String>) -> Self {
        self.bind(Value::Text(value.into()))
    }
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
    /// `(self) AND (other)`
    pub fn and(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        self.text(" AND ").then(other)
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The parts with commas between them.
    pub fn list(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut out = Self::default();
        for part in parts {
            if !out.is_empty() {
                out = out.text(", ");
            }
            out = out.then(part);
        }
        out
    }
    /// Placeholders for any of the values.
    pub fn binds(values: impl IntoIterator<Item = Value>) -> Self {
        Self::list(values.into_iter().map(|it| Self::default().bind(it)))
    }
    pub fn load<T>(self, conn: &mut Conn) -> QueryResult<Vec<T>>
    where
        Self: for<'q> LoadQuery<'q, Conn, T>,
    {
        diesel::RunQueryDsl::load(self, conn)
    }
    pub fn get_result<T>(self, conn: &mut Conn) -> QueryResult<T>
    where
        Self: for<'q> LoadQuery<'q, Conn, T>,
    {
        diesel::RunQueryDsl::get_result(self, conn)
    }
    pub fn execute(self, conn: &mut Conn) -> QueryResult<usize> {
        diesel::RunQueryDsl::execute(self, conn)
    }
}

impl QueryFragment<MultiBackend> for Sql {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        out.unsafe_to_cache_prepared();
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_sql(text),
                Part::Bind(Value::Text(value)) => out.push_bind_param::<Text, _>(value)?,
                Part::Bind(Value::Integer(value)) => out.push_bind_param::<BigInt, _>(value)?,
                Part::Bind(Value::Number(value)) => out.push_bind_param::<Double, _>(value)?,
                Part::Bind(Value::Flag(value)) => out.push_bind_param::<Bool, _>(value)?,
                Part::Bind(Value::Day(value)) => out.push_bind_param::<Date, _>(value)?,
                Part::Bind(Value::Moment(value)) => out.push_bind_param::<Timestamp, _>(value)?,
            }
        }
        Ok(())
    }
}
impl QueryId for Sql {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl Query for Sql {
    type SqlType = Untyped;
}
impl diesel::RunQueryDsl<Conn> for Sql {}

/// The same as an expression inside a query of diesel's: a condition, or a key to order by.
#[derive(Clone, Debug)]
pub struct Condition(pub Sql);

impl Expression for Condition {
    type SqlType = Bool;
}
impl QueryFragment<MultiBackend> for Condition {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }
}
impl QueryId for Condition {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl ValidGrouping<()> for Condition {
    type IsAggregate = is_aggregate::No;
}
impl<From> AppearsOnTable<From> for Condition {}
impl<From> SelectableExpression<From> for Condition {}

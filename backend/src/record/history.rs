//! Who changed what, and when: the journal read back.

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable, RunQueryDsl};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::journal::Action;
use crate::platform::json::Json;
use crate::platform::problem::Problem;
use crate::record::parameters::{self, Found};
use crate::record::{Record, find};
use crate::schema::{journal, users};

/// One change of one record.
#[derive(Queryable, Serialize, ToSchema)]
pub struct HistoryEntry {
    /// Its place in the journal of the institution, in the order of commits.
    #[schema(minimum = 1)]
    pub seq: i64,
    pub at: Instant,
    /// Who did it; absent when the system did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<AnyId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub actor_name: Option<String>,
    pub action: Action,
    /// The kind of record, such as `agreement`.
    #[schema(max_length = 40)]
    pub record: String,
    pub record_id: AnyId,
    /// The version that the change made.
    #[schema(minimum = 1)]
    pub version: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub comment: Option<String>,
    /// `{field: {from, to}}`; an absent side had or has no value.
    #[schema(value_type = Object)]
    pub changes: Json<Value>,
    /// The X-Request-Id of the request that did it.
    #[schema(max_length = 128)]
    pub request_id: String,
    /// SHA-256 over this entry and the hash of the one before it, in hexadecimal.
    #[schema(min_length = 64, max_length = 64)]
    pub hash: String,
}

/// Newest first.
#[derive(Serialize, ToSchema)]
pub struct History {
    #[schema(max_items = 200)]
    pub items: Vec<HistoryEntry>,
    /// Ask again with `before` set to this for older entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub next_before: Option<i64>,
}

#[derive(Debug, Clone, Copy)]
pub struct HistoryQuery {
    pub limit: i64,
    /// Only entries with a smaller `seq`.
    pub before: Option<i64>,
}

impl HistoryQuery {
    pub fn parse(query: &str) -> Result<Self, Problem> {
        let mut out = Self { limit: 50, before: None };
        let mut faults = Found::default();
        for (name, value) in &parameters::pairs(query)? {
            let number = value.parse::<i64>().ok().filter(|it| (1..=i64::from(i32::MAX)).contains(it));
            let number = || number.ok_or_else(|| Problem::parameter(name, "wrong_form", value));
            match name.as_str() {
                "limit" => out.limit = faults.keep(number()).unwrap_or(out.limit).min(200),
                "before" => out.before = faults.keep(number()),
                _ => drop(faults.keep::<()>(Err(parameters::unknown(name)))),
            }
        }
        faults.into_result()?;
        Ok(out)
    }
}

pub fn of_record<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId, query: HistoryQuery) -> Result<History, Problem> {
    find::<R>(conn, caller, id)?;
    entries(conn, caller, Some((R::NOUN.one, id)), query)
}

/// Of one record, or of the whole institution.
pub fn entries(conn: &mut Conn, caller: &Caller, of: Option<(&str, &AnyId)>, query: HistoryQuery) -> Result<History, Problem> {
    let mut select = journal::table
        .left_join(users::table.on(users::id.nullable().eq(journal::actor_id)))
        .filter(journal::institution_id.eq(caller.institution.as_str()))
        .filter(journal::seq.lt(query.before.unwrap_or(i64::MAX)))
        .order(journal::seq.desc())
        .limit(query.limit + 1)
        .select((
            journal::seq,
            journal::at,
            journal::actor_id,
            users::name.nullable(),
            journal::action,
            journal::record,
            journal::record_id,
            journal::version,
            journal::comment,
            journal::changes,
            journal::request_id,
            journal::hash,
        ))
        .into_boxed();
    if let Some((record, id)) = of {
        select = select.filter(journal::record.eq(record.to_owned()).and(journal::record_id.eq(id.clone())));
    }
    let mut items: Vec<HistoryEntry> = select.load(conn)?;
    let more = query.limit < items.len() as i64;
    items.truncate(usize::try_from(query.limit).unwrap_or_default());
    let next_before = if more { items.last().map(|it| it.seq) } else { None };
    Ok(History { items, next_before })
}

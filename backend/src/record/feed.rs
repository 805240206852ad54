//! The journal for others: what changed, for systems that keep a copy, and the audit trail for people.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use diesel::prelude::{ExpressionMethods, QueryDsl, Queryable, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::auth::caller::Caller;
use crate::auth::roles::{Admin, Auditor};
use crate::platform::db::{Conn, Db};
use crate::platform::id::AnyId;
use crate::platform::journal::Action;
use crate::platform::page::{Edge, Seal};
use crate::platform::problem::Problem;
use crate::record::history::{self, History, HistoryQuery};
use crate::record::parameters::{self, Found};
use crate::schema::journal;

pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(list_changes).service(list_audit_events);
}

/// A change that happened.
#[derive(Queryable, Serialize, ToSchema)]
struct Change {
    /// Grows by one with each change of the institution, in the order of commits.
    #[schema(minimum = 1)]
    seq: i64,
    /// The kind of record, such as `agreement`.
    #[serde(rename = "type")]
    #[schema(max_length = 40)]
    record: String,
    id: AnyId,
    #[schema(minimum = 1)]
    version: i64,
    /// Was the record archived?
    deleted: bool,
}

/// Changes in the order they were committed.
#[derive(Serialize, ToSchema)]
struct Changes {
    #[schema(max_items = 1000)]
    items: Vec<Change>,
    /// Ask again with this: it is always there, also when nothing is new.
    #[schema(max_length = 4000)]
    next_cursor: String,
    /// Is there more to fetch at once?
    has_more: bool,
}

/// Most changes of one answer.
const MOST: i64 = 1000;

/// Follow the changes
///
/// What changed since the cursor, in the order of commits, for systems that keep a copy: fetch the whole once, then
/// follow the changes instead of reading lists again. Without a cursor it begins at the first change.
#[utoipa::path(
    tag = "changes",
    operation_id = "listChanges",
    params(("cursor" = Option<String>, Query, description = "`next_cursor` of the answer before.", max_length = 4000)),
    responses((status = OK, body = Changes)),
    extensions(("x-required-permission" = json!("auditor"))),
)]
#[get("/changes")]
async fn list_changes(caller: Auditor, req: HttpRequest, db: Data<Db>, seal: Data<Seal>) -> Result<HttpResponse, Problem> {
    let cursor = cursor(req.query_string())?;
    let changes = db.read(move |conn| changes(conn, &caller.0, cursor, &seal)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(changes))
}

fn cursor(query: &str) -> Result<Option<String>, Problem> {
    let pairs = parameters::pairs(query)?;
    let mut faults = Found::default();
    for (name, _) in pairs.iter().filter(|it| it.0 != "cursor") {
        faults.keep::<()>(Err(parameters::unknown(name)));
    }
    faults.into_result()?;
    Ok(pairs.into_iter().next().map(|it| it.1))
}

fn changes(conn: &mut Conn, caller: &Caller, cursor: Option<String>, seal: &Seal) -> Result<Changes, Problem> {
    let list = format!("{} changes", caller.institution);
    let since = match cursor {
        Some(cursor) => seal.open(&cursor, &list)?.id.parse().map_err(|_| Problem::new(crate::platform::problem::Code::InvalidCursor))?,
        None => 0,
    };
    let rows: Vec<(i64, String, AnyId, i64, Action)> = journal::table
        .filter(journal::institution_id.eq(caller.institution.as_str()))
        .filter(journal::seq.gt::<i64>(since))
        .order(journal::seq)
        .limit(MOST + 1)
        .select((journal::seq, journal::record, journal::record_id, journal::version, journal::action))
        .load(conn)?;
    let has_more = MOST < rows.len() as i64;
    let items: Vec<Change> = rows
        .into_iter()
        .take(usize::try_from(MOST).unwrap_or_default())
        .map(|(seq, record, id, version, action)| Change { seq, record, id, version, deleted: action == Action::Archived })
        .collect();
    let last = items.last().map_or(since, |it| it.seq);
    let edge = Edge { before: false, values: Vec::new(), id: last.to_string() };
    Ok(Changes { items, next_cursor: seal.close(&edge, &list)?, has_more })
}

/// Read the audit trail
///
/// Every change of every record of the institution, newest first. The hashes form a chain: a changed, removed or
/// reordered entry shows.
#[utoipa::path(
    tag = "audit-events",
    operation_id = "listAuditEvents",
    params(
        ("limit" = Option<i64>, Query, description = "At most this many entries; more than 200 is cut to 200.", minimum = 1, maximum = 2147483647),
        ("before" = Option<i64>, Query, description = "Only entries with a smaller seq.", minimum = 1, maximum = 2147483647),
    ),
    responses((status = OK, body = History)),
    extensions(("x-required-permission" = json!("admin"))),
)]
#[get("/audit-events")]
async fn list_audit_events(caller: Admin, req: HttpRequest, db: Data<Db>) -> Result<HttpResponse, Problem> {
    let query = HistoryQuery::parse(req.query_string())?;
    let found = db.read(move |conn| history::entries(conn, &caller.0, None, query)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(found))
}

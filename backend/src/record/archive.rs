//! Archiving hides a record from lists and keeps it readable; nothing is ever deleted.

use serde_json::Map;

use crate::auth::caller::{Caller, Scope};
use crate::platform::body::Faults;
use crate::platform::db::sql::{self, Sql};
use crate::platform::db::{self, Conn};
use crate::platform::id::AnyId;
use crate::platform::journal::Action;
use crate::platform::problem::{Code, Problem};
use crate::record::write::{current, enter_in_journal, require_writable, step};
use crate::record::{Record, find};

/// Live rows elsewhere that refer to a record.
pub struct Dependent {
    /// What they are called in the answer, such as `agreements`.
    pub name: &'static str,
    /// The tables and the condition that they are live, ready for `AND institution and reference`.
    pub rows: &'static str,
    pub institution: &'static str,
    pub reference: &'static str,
}

pub fn archive<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId, version: i64) -> Result<(), Problem> {
    let record: R = current(conn, caller, id, version)?;
    let mut counts = Map::new();
    for Dependent { name, rows, institution, reference } in R::DEPENDENTS {
        let query = Sql::new("SELECT count(*) AS count FROM ")
            .text(rows)
            .text(" AND ")
            .text(institution)
            .text(" = ")
            .bind_text(caller.institution.to_string())
            .text(" AND ")
            .text(reference)
            .text(" = ")
            .bind_text(id.to_string());
        let count = db::count(conn, query)?;
        if 0 < count {
            counts.insert((*name).to_owned(), count.into());
        }
    }
    if !counts.is_empty() {
        return Err(Problem::new(Code::HasDependents).with("counts", counts));
    }
    mark::<R>(conn, caller, id, true)?;
    R::archived(conn, caller, &record)?;
    enter_in_journal(conn, caller, R::NOUN.one, id, record.head().version + 1, Action::Archived, None, Map::new())
}

pub fn restore<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId, version: Option<i64>) -> Result<R, Problem> {
    let record: R = find(conn, caller, id)?;
    require_writable(caller, &record)?;
    let head = record.head();
    if version.is_some_and(|it| it != head.version) {
        return Err(Problem::new(Code::VersionConflict).with("current_version", head.version));
    }
    if head.archived_at.is_none() {
        return Err(Problem::because(Code::StateConflict, "record_not_archived", ""));
    }
    let mut faults = Faults::of_references();
    // What it refers to may lie out of the caller's reach, and stands there all the same.
    let everywhere = Caller { scope: Scope::All, ..caller.clone() };
    R::check(conn, &everywhere, &record.draft(), Some(&record), &mut faults)?;
    faults.into_conflict("refers_to_archived")?;
    mark::<R>(conn, caller, id, false)?;
    let record: R = find(conn, caller, id)?;
    R::archived(conn, caller, &record)?;
    enter_in_journal(conn, caller, R::NOUN.one, id, record.head().version, Action::Restored, None, Map::new())?;
    Ok(record)
}

fn mark<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId, archived: bool) -> Result<(), Problem> {
    let row = Sql::new("UPDATE ").text(R::NOUN.table).text(" SET archived_at = ");
    let row = if archived { row.bind(sql::Value::Moment(caller.now)) } else { row.text("NULL") };
    row.text(" WHERE institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" AND id = ")
        .bind_text(id.to_string())
        .execute(conn)?;
    step(conn, caller, R::NOUN.table, id)
}

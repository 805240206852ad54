//! Creating, replacing and patching: parse, judge, check, store, enter in the journal, all in one transaction.

use std::collections::BTreeMap;

use diesel::prelude::RunQueryDsl;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::auth::caller::{Caller, Scope};
use crate::platform::body::{self, Judged, Schemas};
use crate::platform::db::Conn;
use crate::platform::db::sql::Sql;
use crate::platform::id::AnyId;
use crate::platform::idempotency::Answer;
use crate::platform::journal::{self, Action, Entry};
use crate::platform::problem::{Code, Problem};
use crate::record::{Noun, Record, find};

/// The name of the schema of the body of POST and PUT.
pub fn draft_schema(noun: &Noun) -> String {
    format!("{}Create", noun.schema)
}

/// Judges the body of POST and PUT.
pub fn judge<R: Record>(schemas: &Schemas, body: Value) -> Result<Judged<R::Draft>, Problem> {
    body::judge(schemas, &draft_schema(&R::NOUN), body::without_nulls(body))
}

/// Creates a record and returns it as it is read afterwards.
pub fn create<R: Record>(conn: &mut Conn, caller: &Caller, judged: Judged<R::Draft>) -> Result<R, Problem> {
    let draft = checked::<R>(conn, caller, judged, None)?;
    let id = AnyId::new();
    R::insert(conn, caller, &id, draft)?;
    let record: R = find(conn, caller, &id)?;
    let changes = journal::difference(&Value::Null, &serde_json::to_value(record.draft())?);
    enter_in_journal(conn, caller, R::NOUN.one, &id, record.head().version, Action::Created, None, changes)?;
    Ok(record)
}

/// The record with what its writer should look at, in that order.
#[derive(Serialize)]
struct Created<'a, R> {
    #[serde(flatten)]
    record: &'a R,
    #[serde(flatten)]
    notices: BTreeMap<&'static str, Value>,
}

/// What POST answers.
pub fn created<R: Record>(conn: &mut Conn, caller: &Caller, record: &R) -> Result<Answer, Problem> {
    let notices = R::notices(conn, caller, record)?.into_iter().collect();
    let body = serde_json::to_string(&Created { record, notices })?;
    let head = record.head();
    let location = Some(format!("/api/v1/{}/{}", R::NOUN.path, head.id));
    Ok(Answer { status: 201, location, version: Some(head.version), body, replayed: false })
}

/// Where the new content of a record comes from.
pub enum Change {
    /// The whole of it.
    Replace(Value),
    /// RFC 7396, onto what is there.
    Merge(Value),
}

pub fn update<R: Record>(
    conn: &mut Conn,
    caller: &Caller,
    schemas: &Schemas,
    id: &AnyId,
    version: i64,
    change: Change,
) -> Result<R, Problem> {
    let before: R = current(conn, caller, id, version)?;
    let content = serde_json::to_value(before.draft())?;
    let body = match change {
        Change::Replace(body) => body,
        Change::Merge(patch) => merged(&content, &patch),
    };
    let draft = checked::<R>(conn, caller, judge::<R>(schemas, body)?, Some(&before))?;
    let after = serde_json::to_value(&draft)?;
    let changes = journal::difference(&content, &after);
    // A write that changes nothing makes no version: its author has the newest one.
    if changes.is_empty() {
        return Ok(before);
    }
    R::update(conn, caller, id, draft)?;
    step(conn, caller, R::NOUN.table, id)?;
    let record: R = find(conn, caller, id)?;
    enter_in_journal(conn, caller, R::NOUN.one, id, record.head().version, Action::Updated, None, changes)?;
    Ok(record)
}

/// A patch can break what is optional only in ways that its own schema shows; whatever it makes is judged whole.
fn merged(content: &Value, patch: &Value) -> Value {
    let mut merged = content.clone();
    json_patch::merge(&mut merged, patch);
    merged
}

fn checked<R: Record>(conn: &mut Conn, caller: &Caller, judged: Judged<R::Draft>, before: Option<&R>) -> Result<R::Draft, Problem> {
    let Judged { value, mut faults } = judged;
    let Some(draft) = value else {
        faults.into_result()?;
        return Err(Problem::internal("a body without faults could not be read"));
    };
    R::check(conn, caller, &draft, before, &mut faults)?;
    faults.into_result()?;
    require_own_unit::<R>(caller, &draft)?;
    Ok(draft)
}

/// A coordinator writes what belongs to their unit and those below it, before the change and after.
pub fn require_own_unit<R: Record>(caller: &Caller, draft: &R::Draft) -> Result<(), Problem> {
    match caller.scope.may_write(R::unit(draft).as_ref()) {
        true => Ok(()),
        false => Err(Problem::because(Code::Forbidden, "own_unit_only", "")),
    }
}

/// May the caller write the record as it stands?
pub fn require_writable<R: Record>(caller: &Caller, record: &R) -> Result<(), Problem> {
    require_own_unit::<R>(caller, &record.draft())?;
    match caller.scope {
        Scope::Units(_) if record.is_of_the_office() => Err(Problem::because(Code::Forbidden, "office_only", "")),
        Scope::All | Scope::Units(_) | Scope::Person(_) => Ok(()),
    }
}

/// The record in the version that the caller saw, not archived, and theirs to write.
pub fn current<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId, version: i64) -> Result<R, Problem> {
    let record: R = find(conn, caller, id)?;
    require_writable(caller, &record)?;
    let head = record.head();
    if head.version != version {
        return Err(Problem::new(Code::VersionConflict).with("current_version", head.version));
    }
    match head.archived_at {
        Some(_) => Err(Problem::because(Code::StateConflict, "record_archived", "")),
        None => Ok(record),
    }
}

/// The next version of a row that has been changed.
pub fn step(conn: &mut Conn, caller: &Caller, table: &'static str, id: &AnyId) -> Result<(), Problem> {
    let row = Sql::new("UPDATE ")
        .text(table)
        .text(" SET version = version + 1, updated_at = ")
        .bind(crate::platform::db::sql::Value::Moment(caller.now))
        .text(" WHERE institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" AND id = ")
        .bind_text(id.to_string());
    row.execute(conn)?;
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "a journal entry has that many independent facts")]
pub fn enter_in_journal(
    conn: &mut Conn,
    caller: &Caller,
    record: &'static str,
    id: &AnyId,
    version: i64,
    action: Action,
    comment: Option<&str>,
    changes: Map<String, Value>,
) -> Result<(), Problem> {
    let entry = Entry {
        institution: &caller.institution,
        at: caller.now,
        actor: caller.user.as_ref().map(AnyId::as_str),
        action,
        record,
        record_id: id,
        version,
        comment,
        changes,
        request_id: &caller.request_id,
    };
    journal::write(conn, entry)?;
    Ok(())
}

/// Rows that belong to a record are written anew with it.
pub fn clear_children(conn: &mut Conn, table: &'static str, owner: &'static str, caller: &Caller, id: &AnyId) -> Result<(), Problem> {
    let rows = Sql::new("DELETE FROM ")
        .text(table)
        .text(" WHERE institution_id = ")
        .bind_text(caller.institution.to_string())
        .text(" AND ")
        .text(owner)
        .text(" = ")
        .bind_text(id.to_string());
    RunQueryDsl::execute(rows, conn)?;
    Ok(())
}

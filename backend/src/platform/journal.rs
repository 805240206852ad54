//! The journal: every change of every record, once, in the transaction of the change.
//!
//! One table serves three readers: the history of a record, the audit trail of an institution (a hash chain, so
//! that a changed, removed or reordered row shows) and `/changes`, which phones and other systems follow.
//! Writes of one institution run one after another, so that `seq` is the order of commits on both databases.

use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::json::Json;
use crate::platform::problem::Problem;
use crate::schema::{journal, journal_heads};

crate::words! {
    /// What was done to a record.
    pub enum Action {
        Created = "created",
        Updated = "updated",
        Transitioned = "transitioned",
        Archived = "archived",
        Restored = "restored",
    }
}

/// One change of one record.
#[derive(Debug)]
pub struct Entry<'a> {
    pub institution: &'a InstitutionId,
    pub at: Instant,
    /// The user; none when the system acted.
    pub actor: Option<&'a str>,
    pub action: Action,
    /// The kind of record, such as `agreement`.
    pub record: &'static str,
    pub record_id: &'a AnyId,
    pub version: i64,
    pub comment: Option<&'a str>,
    /// `{field: {from, to}}`
    pub changes: Map<String, Value>,
    pub request_id: &'a str,
}

/// Opens an institution's journal for writing; until the transaction ends, nobody else writes for it.
pub fn lock(conn: &mut Conn, institution: &InstitutionId) -> Result<(), Problem> {
    let head = journal_heads::table.find(institution.as_str()).select(journal_heads::seq);
    let found: Option<i64> = match conn {
        Conn::Postgres(conn) => head.for_update().first(conn).optional()?,
        // The one writer holds SQLite's lock already.
        Conn::Sqlite(conn) => head.first(conn).optional()?,
    };
    match found {
        Some(_) => Ok(()),
        None => {
            let row = (journal_heads::institution_id.eq(institution.as_str()), journal_heads::seq.eq(0), journal_heads::hash.eq(""));
            diesel::insert_into(journal_heads::table).values(row).execute(conn)?;
            Ok(())
        }
    }
}

pub fn write(conn: &mut Conn, entry: Entry<'_>) -> Result<i64, Problem> {
    let Entry { institution, at, actor, action, record, record_id, version, comment, changes, request_id } = entry;
    let (last, previous): (i64, String) =
        journal_heads::table.find(institution.as_str()).select((journal_heads::seq, journal_heads::hash)).first(conn)?;
    let seq = last + 1;
    let changes = Value::Object(changes).to_string();
    let link = Link {
        seq,
        at: &at.to_string(),
        actor: actor.unwrap_or_default(),
        action: action.as_str(),
        record,
        record_id: record_id.as_str(),
        version,
        comment: comment.unwrap_or_default(),
        changes_hash: &digest(&[&changes]),
        request_id,
    };
    let hash = link.hash(&previous);
    let row = (
        journal::institution_id.eq(institution.as_str()),
        journal::seq.eq(seq),
        journal::at.eq(at),
        journal::actor_id.eq(actor),
        journal::action.eq(action),
        journal::record.eq(record),
        journal::record_id.eq(record_id),
        journal::version.eq(version),
        journal::comment.eq(comment),
        journal::changes.eq(&changes),
        journal::changes_hash.eq(link.changes_hash),
        journal::request_id.eq(request_id),
        journal::previous_hash.eq(&previous),
        journal::hash.eq(&hash),
    );
    diesel::insert_into(journal::table).values(row).execute(conn)?;
    diesel::update(journal_heads::table.find(institution.as_str()))
        .set((journal_heads::seq.eq(seq), journal_heads::hash.eq(&hash)))
        .execute(conn)?;
    Ok(seq)
}

/// What a row's hash covers: all of it. The changes stand in it by their own hash, so that they can be erased one
/// day and the links before and after them still be checked.
struct Link<'a> {
    seq: i64,
    at: &'a str,
    actor: &'a str,
    action: &'a str,
    record: &'a str,
    record_id: &'a str,
    version: i64,
    comment: &'a str,
    changes_hash: &'a str,
    request_id: &'a str,
}

impl Link<'_> {
    fn hash(&self, previous: &str) -> String {
        let Self { seq, at, actor, action, record, record_id, version, comment, changes_hash, request_id } = self;
        let (seq, version) = (seq.to_string(), version.to_string());
        digest(&[previous, &seq, at, actor, action, record, record_id, &version, comment, changes_hash, request_id])
    }
}

/// SHA-256 over the parts, each with its length before it, in hexadecimal.
fn digest(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part.as_bytes());
    }
    sha.finalize().iter().map(|it| format!("{it:02x}")).collect()
}

/// The first row at which the chain of an institution does not hold, or how many rows hold. Rows and head must be of
/// one state of the database: call it in a [`db::snapshot`](crate::platform::db::snapshot).
pub fn verify(conn: &mut Conn, institution: &InstitutionId) -> Result<Result<i64, i64>, Problem> {
    type Row = (i64, Instant, Option<String>, Action, String, AnyId, i64, Option<String>, String, String, String, String, String);
    const CHUNK: i64 = 1000;
    let (mut held, mut previous) = (0, String::new());
    loop {
        let rows: Vec<Row> = journal::table
            .filter(journal::institution_id.eq(institution.as_str()))
            .filter(journal::seq.gt(held))
            .order(journal::seq)
            .limit(CHUNK)
            .select((
                journal::seq,
                journal::at,
                journal::actor_id,
                journal::action,
                journal::record,
                journal::record_id,
                journal::version,
                journal::comment,
                journal::changes,
                journal::changes_hash,
                journal::request_id,
                journal::previous_hash,
                journal::hash,
            ))
            .load(conn)?;
        let last = (rows.len() as i64) < CHUNK;
        for (seq, at, actor, action, record, record_id, version, comment, changes, changes_hash, request_id, before, hash) in rows {
            let link = Link {
                seq,
                at: &at.to_string(),
                actor: actor.as_deref().unwrap_or_default(),
                action: action.as_str(),
                record: &record,
                record_id: record_id.as_str(),
                version,
                comment: comment.as_deref().unwrap_or_default(),
                changes_hash: &changes_hash,
                request_id: &request_id,
            };
            let holds = seq == held + 1 && before == previous && link.hash(&previous) == hash && digest(&[&changes]) == changes_hash;
            if !holds {
                return Ok(Err(held + 1));
            }
            (held, previous) = (seq, hash);
        }
        if last {
            break;
        }
    }
    let head: Option<(i64, String)> =
        journal_heads::table.find(institution.as_str()).select((journal_heads::seq, journal_heads::hash)).first(conn).optional()?;
    // Rows cut off at the end leave a chain that holds, and a head that points beyond it.
    Ok(if head.unwrap_or_default() == (held, previous) { Ok(held) } else { Err(held + 1) })
}

/// What an entry says that changed: `{field: {from, to}}`.
#[derive(Clone, Debug)]
pub struct Changes(pub Map<String, Value>);

impl Changes {
    /// What a member was before: none if it did not change, null if it had no value.
    pub fn before<T: DeserializeOwned>(&self, member: &str) -> Result<Option<T>, Problem> {
        let Some(change) = self.0.get(member) else { return Ok(None) };
        Ok(Some(serde_json::from_value(change.get("from").cloned().unwrap_or_default())?))
    }
}

/// The last entry about a record: what was done, when, and what it changed.
pub fn last(conn: &mut Conn, institution: &InstitutionId, record: &str, id: &AnyId) -> Result<Option<(Action, Instant, Changes)>, Problem> {
    let found: Option<(Action, Instant, Json<Map<String, Value>>)> = journal::table
        .filter(journal::institution_id.eq(institution.as_str()))
        .filter(journal::record.eq(record))
        .filter(journal::record_id.eq(id))
        .order(journal::seq.desc())
        .select((journal::action, journal::at, journal::changes))
        .first(conn)
        .optional()?;
    Ok(found.map(|(action, at, changes)| (action, at, Changes(changes.get()))))
}

/// The members that differ, each with what it was and what it is.
pub fn difference(before: &Value, after: &Value) -> Map<String, Value> {
    let empty = Map::new();
    let (before, after) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let mut changes = Map::new();
    for name in before.keys().chain(after.keys()) {
        let (from, to) = (before.get(name).unwrap_or(&Value::Null), after.get(name).unwrap_or(&Value::Null));
        if from != to {
            let change = [("from", from), ("to", to)].into_iter().filter(|it| !it.1.is_null());
            changes.insert(name.clone(), change.map(|(key, value)| (key.to_owned(), value.clone())).collect());
        }
    }
    changes
}

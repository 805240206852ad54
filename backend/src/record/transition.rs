//! Moving a record from state to state.

use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;
use serde_json::json;

use crate::auth::caller::Caller;
use crate::platform::body::Judged;
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::journal::{self, Action};
use crate::platform::problem::{Code, Problem};
use crate::platform::text::Prose;
use crate::record::write::{current, enter_in_journal, step};
use crate::record::{AllowedTransition, Noun, Staged, find};

/// The body of a transition; `document` gives `to` the words of the record's states.
#[derive(Debug, Deserialize)]
pub struct Transition {
    pub to: String,
    pub comment: Option<Prose<2000>>,
    /// The day it took effect; today if absent.
    pub on: Option<NaiveDate>,
}

/// The name of the schema of the body.
pub fn schema_name(noun: &Noun) -> String {
    format!("{}Transition", noun.schema)
}

pub fn transition<R: Staged>(conn: &mut Conn, caller: &Caller, id: &AnyId, version: i64, body: Judged<Transition>) -> Result<R, Problem> {
    let Judged { value, faults } = body;
    faults.into_result()?;
    let Transition { to, comment, on } = value.ok_or_else(|| Problem::internal("a transition without faults could not be read"))?;
    let before: R = current(conn, caller, id, version)?;
    let moves = before.transitions();
    let barred = |reason| Problem::because(Code::StateConflict, reason, &to).with("allowed_transitions", json!(moves));
    match moves.iter().find(|it| it.to == to) {
        None => return Err(barred("transition_not_allowed")),
        Some(AllowedTransition { allowed: false, reason, .. }) => return Err(barred(reason.unwrap_or("transition_not_allowed"))),
        Some(AllowedTransition { allowed: true, .. }) => {}
    }
    before.enter(conn, caller, &to, on)?;
    moved(conn, caller, id, &before, comment.as_ref().map(Prose::as_str))
}

/// Takes back the last thing that happened to a record, if that was a transition of this day. Undone twice, it is
/// done again.
pub fn undo<R: Staged>(conn: &mut Conn, caller: &Caller, id: &AnyId, version: i64) -> Result<R, Problem> {
    let before: R = current(conn, caller, id, version)?;
    match journal::last(conn, &caller.institution, R::NOUN.one, id)? {
        Some((Action::Transitioned, at, changes)) if caller.now.since(at) <= UNDO_WITHIN => before.leave(conn, caller, &changes)?,
        _ => return Err(Problem::because(Code::StateConflict, "nothing_to_undo", "")),
    }
    moved(conn, caller, id, &before, None)
}

/// How long a transition can be taken back.
const UNDO_WITHIN: TimeDelta = TimeDelta::hours(24);

/// The record in its next version, with the move in its history.
fn moved<R: Staged>(conn: &mut Conn, caller: &Caller, id: &AnyId, before: &R, comment: Option<&str>) -> Result<R, Problem> {
    step(conn, caller, R::NOUN.table, id)?;
    let after: R = find(conn, caller, id)?;
    let mut changes = journal::difference(&serde_json::to_value(before)?, &serde_json::to_value(&after)?);
    for derived in ["version", "updated_at", "allowed_transitions"] {
        changes.remove(derived);
    }
    enter_in_journal(conn, caller, R::NOUN.one, id, after.head().version, Action::Transitioned, comment, changes)?;
    Ok(after)
}

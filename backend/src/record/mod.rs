//! What every record has: a list, reading, creating, replacing, patching, archiving, restoring, a history and,
//! where it has states, transitions.
//!
//! A slice implements [`Record`] (and [`Staged`]): its fields, its rules, its queries. The operations here are
//! written once over that and registered, with their entries in the OpenAPI document, by [`api::routes`].
//! That is why each of them behaves alike for every record: the same ETags, problems, pages and journal.

pub mod api;
pub mod archive;
mod document;
pub mod expand;
pub mod export;
pub mod feed;
pub mod history;
pub mod list;
pub mod parameters;
pub mod transition;
pub mod write;

use chrono::NaiveDate;
use diesel::prelude::Queryable;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use crate::auth::caller::{Caller, Scope};
use crate::auth::roles::Right;
use crate::platform::body::Faults;
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::db::sql::{Condition, Sql};
use crate::platform::filter::{Field, Place};
use crate::platform::id::AnyId;
use crate::platform::journal::Changes;
use crate::platform::problem::Problem;

/// A kind of record: how it is read, judged and stored. All of its queries name the institution first.
pub trait Record: Serialize + ToSchema + Sized + Send + 'static {
    /// What a client writes: the body of POST and PUT.
    type Draft: Serialize + DeserializeOwned + ToSchema + Clone + Send + 'static;
    type Read: Right;
    type Write: Right;
    type History: Right;

    const NOUN: Noun;
    const VERBS: Verbs = Verbs::ALL;
    /// What lists are filtered and sorted by, beside the fields that all records have.
    const FIELDS: &'static [Field];
    /// Fields of this kind where several kinds share the others.
    const MORE_FIELDS: &'static [Field] = &[];
    /// The folded texts that `q` looks into.
    const SEARCH: &'static [Place] = &[Place::Column("search")];
    /// A condition that every row of the kind meets, where a table holds several kinds.
    const BASE: &'static str = "";
    /// Does the record tell something that depends on the day it is asked about?
    const AS_OF: bool = false;
    /// Is it about people? Then no cache keeps it.
    const PERSONAL: bool = false;
    const EXPANSIONS: &'static [expand::Expansion] = &[];
    /// Records that keep this one from being archived.
    const DEPENDENTS: &'static [archive::Dependent] = &[];

    /// What the list has as a table; none: it is not exported.
    const COLUMNS: &'static [export::Column] = &[];
    /// Columns of this kind where several kinds share the others.
    const MORE_COLUMNS: &'static [export::Column] = &[];

    fn head(&self) -> &Head;
    /// The record as its writer would send it.
    fn draft(&self) -> Self::Draft;
    /// The rows of the pick, in its order, each complete.
    fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Self>, Problem>;
    /// The rules between fields and with other records. `before` is the record to be changed.
    fn check(conn: &mut Conn, caller: &Caller, draft: &Self::Draft, before: Option<&Self>, faults: &mut Faults) -> Result<(), Problem>;
    fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: Self::Draft) -> Result<(), Problem>;
    fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: Self::Draft) -> Result<(), Problem>;

    /// The condition of the rows that a scope reaches.
    fn visible(_scope: &Scope) -> Sql {
        Sql::default()
    }
    /// The unit a record belongs to, which decides whether a coordinator may write it.
    fn unit(_draft: &Self::Draft) -> Option<AnyId> {
        None
    }
    /// Has the record come so far that coordinators only read it, though it is of their unit?
    fn is_of_the_office(&self) -> bool {
        false
    }
    /// What follows for other records when this one is archived or restored.
    fn archived(_conn: &mut Conn, _caller: &Caller, _record: &Self) -> Result<(), Problem> {
        Ok(())
    }
    /// Members of the answer to a POST that say what the writer should look at.
    fn notices(_conn: &mut Conn, _caller: &Caller, _record: &Self) -> Result<Vec<(&'static str, serde_json::Value)>, Problem> {
        Ok(Vec::new())
    }
}

/// A record that is moved from state to state.
pub trait Staged: Record {
    type Move: Right;
    /// The words of its states.
    const STATES: &'static [&'static str];

    /// The states that can be reached from the present one, and what bars them now.
    fn transitions(&self) -> Vec<AllowedTransition>;
    /// Moves the record; the move has been found among the transitions.
    fn enter(&self, conn: &mut Conn, caller: &Caller, to: &str, on: Option<NaiveDate>) -> Result<(), Problem>;
    /// Takes a move back: the members it changed become what they were.
    fn leave(&self, conn: &mut Conn, caller: &Caller, changes: &Changes) -> Result<(), Problem>;
}

/// A state that a record can move to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AllowedTransition {
    #[schema(max_length = 40, value_type = String)]
    pub to: &'static str,
    pub allowed: bool,
    /// Why not, as the code of a problem's reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, value_type = Option<String>)]
    pub reason: Option<&'static str>,
}

/// What a kind of record is called.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    /// `exchange_student`: in the journal and in `/changes`.
    pub one: &'static str,
    /// `exchange-students`: in paths; also the tag.
    pub path: &'static str,
    /// `ExchangeStudent`: the schema, and the stem of operation ids.
    pub schema: &'static str,
    /// `ExchangeStudents`
    pub schemas: &'static str,
    pub table: &'static str,
    /// The name of the record in sentences of the document: "exchange student".
    pub title: &'static str,
    /// A sentence or two about the record for the document.
    pub about: &'static str,
}

/// Which of the writing operations a kind of record has.
#[derive(Clone, Copy, Debug)]
pub struct Verbs {
    pub create: bool,
    pub archive: bool,
}

impl Verbs {
    pub const ALL: Self = Self { create: true, archive: true };
    pub const CHANGE_ONLY: Self = Self { create: false, archive: false };
}

/// What every record carries.
#[derive(Clone, Debug, Queryable, Serialize, ToSchema)]
pub struct Head {
    pub id: AnyId,
    /// Grows with every change; the ETag.
    #[schema(minimum = 1)]
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Set when the record is archived: it is then hidden from lists and still readable by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<Instant>,
}

/// Which rows are wanted.
pub struct Pick<'a> {
    pub caller: &'a Caller,
    pub condition: Condition,
    pub order: Condition,
    pub limit: i64,
    pub offset: i64,
    /// The day that derived members are told for.
    pub as_of: NaiveDate,
}

impl<'a> Pick<'a> {
    /// One record, if the caller reaches it.
    pub fn one<R: Record>(caller: &'a Caller, id: &AnyId, as_of: NaiveDate) -> Self {
        let condition = reach::<R>(caller).and(Sql::new(R::NOUN.table).text(".id = ").bind_text(id.to_string()));
        Self::of(caller, condition, Sql::new(R::NOUN.table).text(".id"), 1, as_of)
    }
    pub fn of(caller: &'a Caller, condition: Sql, order: Sql, limit: i64, as_of: NaiveDate) -> Self {
        Self { caller, condition: Condition(condition), order: Condition(order), limit, offset: 0, as_of }
    }
}

/// The rows of the caller's institution that the caller reaches.
pub fn reach<R: Record>(caller: &Caller) -> Sql {
    let own = Sql::new(R::NOUN.table).text(".institution_id = ").bind_text(caller.institution.to_string());
    let kind = if R::BASE.is_empty() { own } else { own.and(Sql::new(R::BASE)) };
    let visible = R::visible(&caller.scope);
    if visible.is_empty() { kind } else { kind.and(visible) }
}

/// The record, or the problem that there is none.
pub fn find<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId) -> Result<R, Problem> {
    R::load(conn, &Pick::one::<R>(caller, id, caller.today))?.pop().ok_or_else(Problem::not_found)
}

/// Does the institution have this record, not archived? For references in bodies.
pub fn exists<R: Record>(conn: &mut Conn, caller: &Caller, id: &AnyId) -> Result<bool, Problem> {
    let query = Sql::new("SELECT count(*) AS count FROM ")
        .text(R::NOUN.table)
        .text(" WHERE ")
        .then(reach::<R>(caller))
        .text(" AND archived_at IS NULL AND id = ")
        .bind_text(id.to_string());
    Ok(0 < crate::platform::db::count(conn, query)?)
}

/// Notes a fault where a reference points to nothing. `unchanged`: an archived record may stay where it stood, until
/// the record that refers to it is itself restored.
pub fn check_reference<R: Record>(
    conn: &mut Conn,
    caller: &Caller,
    pointer: impl Into<String>,
    id: &AnyId,
    unchanged: bool,
    faults: &mut Faults,
) -> Result<(), Problem> {
    if faults.doubts(unchanged) && !exists::<R>(conn, caller, id)? {
        faults.add(pointer, "not_known_here");
    }
    Ok(())
}

/// Notes a fault where the end lies before the start.
pub fn check_order(start: Option<NaiveDate>, end: Option<NaiveDate>, pointer: &str, faults: &mut Faults) {
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        faults.add(pointer, "before_start");
    }
}

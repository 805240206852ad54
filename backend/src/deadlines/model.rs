use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::caller::Caller;
use crate::deadlines::{instruments, others};
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::names::Names;
use crate::platform::problem::Problem;
use crate::platform::text::Line;

/// Deadlines of a kind that are told; the list of the kind has the rest.
pub const MOST: i64 = 20;
/// So many days back lapsed instruments still ask for a decision: to renew or to close.
pub const LAPSED_DAYS: u64 = 365;
/// So many days in one work stage are too many.
pub const STAGE_DAYS: i64 = 30;
/// So many days before a stay its place should be certain.
pub const NOMINATION_DAYS: u64 = 120;

crate::words! {
    /// Why something is due.
    pub enum DeadlineKind {
        /// Lapsed in the last year, without a successor.
        InstrumentLapsed = "instrument_lapsed",
        /// In force, and over within the lead time of the institution.
        InstrumentExpiring = "instrument_expiring",
        /// The term prolongs itself unless notice is given by the day.
        NoticeDue = "notice_due",
        /// In one work stage, of those before signature, for more than 30 days.
        StageOverdue = "stage_overdue",
        /// Running, and over within the lead time.
        ProjectEnding = "project_ending",
        /// A student who is not accepted yet, 120 days before the stay or less.
        NominationUnfinished = "nomination_unfinished",
    }
}

/// What is due, group by group, for the day.
#[derive(Serialize, ToSchema)]
pub struct Deadlines {
    pub as_of: NaiveDate,
    #[schema(max_items = 20)]
    pub groups: Vec<DeadlineGroup>,
}

/// The deadlines of one kind, the earliest first.
#[derive(Serialize, ToSchema)]
pub struct DeadlineGroup {
    #[schema(inline)]
    pub kind: DeadlineKind,
    /// How many there are; `items` has the first of them.
    #[schema(minimum = 0)]
    pub count: usize,
    #[schema(max_items = 20)]
    pub items: Vec<Deadline>,
}

/// A record, and the day by which something is to be done about it.
#[derive(Clone, Serialize, ToSchema)]
pub struct Deadline {
    /// The kind of record, such as `agreement`.
    #[schema(max_length = 40)]
    pub record: &'static str,
    pub record_id: AnyId,
    /// The day; in the past where it has been missed.
    pub on: NaiveDate,
    /// What the record is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Names>,
    /// The student it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_name: Option<Line<200>>,
    /// The first partner it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_names: Option<Names>,
}

pub fn deadlines(conn: &mut Conn, caller: &Caller) -> Result<Deadlines, Problem> {
    let mut groups = instruments::groups(conn, caller)?;
    groups.extend(others::groups(conn, caller)?);
    Ok(Deadlines { as_of: caller.today, groups })
}

/// The group, its items in the order of their days.
pub fn group(kind: DeadlineKind, mut items: Vec<Deadline>) -> DeadlineGroup {
    items.sort_by(|one, other| (one.on, &one.record_id).cmp(&(other.on, &other.record_id)));
    let count = items.len();
    items.truncate(usize::try_from(MOST).unwrap_or_default());
    DeadlineGroup { kind, count, items }
}

//! Deadlines of agreements and memoranda.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::dsl::max;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::agreements::model::Agreement;
use crate::auth::caller::Caller;
use crate::deadlines::model::{Deadline, DeadlineGroup, DeadlineKind, LAPSED_DAYS, STAGE_DAYS, group};
use crate::instruments::store::{self, Found};
use crate::instruments::term::{LegalStatus, has_status, is_expiring};
use crate::memoranda::model::Memorandum;
use crate::partners::store::names_of;
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::filter::Asked;
use crate::platform::id::AnyId;
use crate::platform::journal::Action;
use crate::platform::problem::Problem;
use crate::record::{Pick, Record};
use crate::schema::journal;

/// More instruments than this are never due at once in an office that looks at its list.
const MOST: i64 = 1000;

pub fn groups(conn: &mut Conn, caller: &Caller) -> Result<Vec<DeadlineGroup>, Problem> {
    let asked = Asked { as_of: caller.today, lead_days: caller.lead_days };
    let status = |status: LegalStatus| has_status(&[Value::Text(status.as_str().to_owned())], asked);
    let since = caller.today.checked_sub_days(Days::new(LAPSED_DAYS)).unwrap_or(caller.today);
    let lapsed = status(LegalStatus::Expired).and(Sql::new("last_on >= ").bind(Value::Day(since)));
    let expiring = is_expiring(&[Value::Text("true".to_owned())], asked);
    let prolonging = status(LegalStatus::InForce).and(Sql::new("renewal_months IS NOT NULL AND notice_given_on IS NULL"));
    let waiting = Sql::new("stage IN ('review', 'negotiation', 'signing')");

    let last_on = |found: &Found| found.2.last_on;
    let lapsed = due(conn, caller, lapsed, |it| last_on(it))?;
    let expiring = due(conn, caller, expiring, |it| last_on(it))?;
    let horizon = caller.today.checked_add_days(Days::new(u64::try_from(caller.lead_days).unwrap_or_default()));
    let notice = |found: &Found| found.2.notice_due_on.filter(|it| caller.today <= *it && Some(*it) <= horizon);
    let prolonging = due(conn, caller, prolonging, notice)?;
    let found = load(conn, caller, waiting)?;
    let since = in_stage_since(conn, caller, &found)?;
    let overdue = |found: &Found| {
        let day = since.get(&found.0.id).copied().unwrap_or(found.0.created_at).plus(TimeDelta::days(STAGE_DAYS)).day_in(chrono_tz::UTC);
        Some(day).filter(|it| *it < caller.today)
    };
    let overdue = named(conn, caller, found, overdue)?;
    Ok(vec![
        group(DeadlineKind::InstrumentLapsed, lapsed),
        group(DeadlineKind::InstrumentExpiring, expiring),
        group(DeadlineKind::NoticeDue, prolonging),
        group(DeadlineKind::StageOverdue, overdue),
    ])
}

fn due(conn: &mut Conn, caller: &Caller, condition: Sql, on: impl Fn(&Found) -> Option<NaiveDate>) -> Result<Vec<Deadline>, Problem> {
    let found = load(conn, caller, condition)?;
    named(conn, caller, found, on)
}

/// Of both sorts, as far as the caller reaches; the rule of who reaches what is the records' own.
fn load(conn: &mut Conn, caller: &Caller, condition: Sql) -> Result<Vec<Found>, Problem> {
    let own = Sql::new("instruments.institution_id = ").bind_text(caller.institution.to_string()).text(" AND archived_at IS NULL");
    let visible = Agreement::visible(&caller.scope);
    let own = if visible.is_empty() { own } else { own.and(visible) };
    let pick = Pick::of(caller, own.and(condition), Sql::new("last_on, id"), MOST, caller.today);
    store::load(conn, &pick)
}

/// Those with a day, with the name of their first party.
fn named(conn: &mut Conn, caller: &Caller, found: Vec<Found>, on: impl Fn(&Found) -> Option<NaiveDate>) -> Result<Vec<Deadline>, Problem> {
    let due: Vec<(NaiveDate, Found)> = found.into_iter().filter_map(|it| Some((on(&it)?, it))).collect();
    let first = |found: &Found| found.2.draft.parties.first().map(|it| it.partner_id.clone());
    let names = names_of(conn, caller, due.iter().filter_map(|it| first(&it.1)).collect())?;
    Ok(due
        .into_iter()
        .map(|(on, found)| Deadline {
            record: if found.1.is_some() { Agreement::NOUN.one } else { Memorandum::NOUN.one },
            partner_names: first(&found).and_then(|it| names.get(&it).cloned()),
            record_id: found.0.id,
            on,
            title: Some(found.2.draft.columns.title),
            person_name: None,
        })
        .collect())
}

/// When each came to the stage it is in.
fn in_stage_since(conn: &mut Conn, caller: &Caller, found: &[Found]) -> Result<HashMap<AnyId, Instant>, Problem> {
    let ids: Vec<&AnyId> = found.iter().map(|it| &it.0.id).collect();
    let rows: Vec<(AnyId, Option<Instant>)> = journal::table
        .filter(journal::institution_id.eq(caller.institution.as_str()))
        .filter(journal::record.eq_any([Agreement::NOUN.one, Memorandum::NOUN.one]))
        .filter(journal::record_id.eq_any(ids))
        .filter(journal::action.eq_any([Action::Created, Action::Transitioned]))
        .group_by(journal::record_id)
        .select((journal::record_id, max(journal::at)))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, at)| Some((id, at?))).collect())
}

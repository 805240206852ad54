//! What must hold within an exchange and between it and other records.

use chrono::NaiveDate;

use crate::agreements::model::Agreement;
use crate::auth::caller::Caller;
use crate::exchange_students::model::{ExchangeStudent, ExchangeStudentColumns, ExchangeStudentDraft};
use crate::exchange_students::status::{ExchangeStatus, RealDates};
use crate::exchange_students::store;
use crate::funding_programmes::model::FundingProgramme;
use crate::institutions::units::Unit;
use crate::partners::model::Partner;
use crate::people::model::Person;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::period::AcademicYear;
use crate::platform::problem::Problem;
use crate::record::{check_order, check_reference};

/// `before` is the exchange to be changed.
pub fn check(
    conn: &mut Conn,
    caller: &Caller,
    draft: &ExchangeStudentDraft,
    before: Option<&ExchangeStudent>,
    faults: &mut Faults,
) -> Result<(), Problem> {
    let present = before.map(|it| it.status);
    if present.is_some() && draft.status.is_some_and(|it| Some(it) != present) {
        faults.about("/status", "only_when", "a new record; use transitions");
    }
    let columns = &draft.content.columns;
    check_planned(columns, faults);
    check_real(caller, columns, present.or(draft.status).unwrap_or(ExchangeStatus::Applied), faults);
    check_references(conn, caller, columns, before.map(|it| &it.content.columns), faults)
}

fn check_planned(columns: &ExchangeStudentColumns, faults: &mut Faults) {
    check_order(Some(columns.planned_from), Some(columns.planned_to), "/planned_to", faults);
    if let Some((first, last)) = may_begin(&columns.academic_year)
        && !(first..=last).contains(&columns.planned_from)
    {
        faults.about("/planned_from", "outside_academic_year", format!("{first} – {last}"));
    }
}

/// The days on which a stay of an academic year may begin: from 1 July before it to its last day.
fn may_begin(year: &AcademicYear) -> Option<(NaiveDate, NaiveDate)> {
    let first: i32 = year.as_str().get(..4)?.parse().ok()?;
    Some((NaiveDate::from_ymd_opt(first, 7, 1)?, NaiveDate::from_ymd_opt(first + 1, 8, 31)?))
}

/// Real dates are those of a stay that has begun or ended, and no plans.
fn check_real(caller: &Caller, columns: &ExchangeStudentColumns, status: ExchangeStatus, faults: &mut Faults) {
    let ExchangeStudentColumns { actual_from, actual_to, .. } = columns;
    check_order(*actual_from, *actual_to, "/actual_to", faults);
    if actual_from.is_none() && actual_to.is_some() {
        faults.about("/actual_from", "needed_when", "actual_to");
    }
    let (from_wanted, to_wanted) = match status.real_dates() {
        RealDates::None => (Some(false), Some(false)),
        RealDates::Arrival => (Some(true), Some(false)),
        RealDates::Both => (Some(true), Some(true)),
        RealDates::Any => (None, None),
    };
    for (pointer, day, wanted, statuses) in [
        ("/actual_from", actual_from, from_wanted, "status = arrived, completed, recognised, cancelled"),
        ("/actual_to", actual_to, to_wanted, "status = completed, recognised, cancelled"),
    ] {
        match (day, wanted) {
            (Some(_), Some(false)) => faults.about(pointer, "only_when", statuses),
            (None, Some(true)) => faults.about(pointer, "needed_when", format!("status = {}", status.as_str())),
            (Some(day), Some(true) | None) if caller.today < *day => faults.add(pointer, "future_day"),
            (Some(_), Some(true) | None) | (None, Some(false) | None) => {}
        }
    }
}

fn check_references(
    conn: &mut Conn,
    caller: &Caller,
    columns: &ExchangeStudentColumns,
    old: Option<&ExchangeStudentColumns>,
    faults: &mut Faults,
) -> Result<(), Problem> {
    let ExchangeStudentColumns { person_id, partner_id, agreement_id, unit_id, funding_programme_id, .. } = columns;
    let unchanged = old.is_some_and(|it| it.person_id == *person_id);
    check_reference::<Person>(conn, caller, "/person_id", person_id, unchanged, faults)?;
    let same_partner = old.is_some_and(|it| it.partner_id == *partner_id);
    check_reference::<Partner>(conn, caller, "/partner_id", &partner_id.untyped(), same_partner, faults)?;
    if let Some(agreement) = agreement_id {
        let unchanged = old.is_some_and(|it| it.agreement_id.as_ref() == Some(agreement));
        check_reference::<Agreement>(conn, caller, "/agreement_id", agreement, unchanged, faults)?;
        let changed = !unchanged || !same_partner;
        if changed && !store::is_party(conn, caller, agreement, partner_id)? {
            faults.add("/agreement_id", "not_a_party");
        }
    }
    if let Some(unit) = unit_id {
        let unchanged = old.is_some_and(|it| it.unit_id.as_ref() == Some(unit));
        check_reference::<Unit>(conn, caller, "/unit_id", unit, unchanged, faults)?;
    }
    if let Some(programme) = funding_programme_id {
        let unchanged = old.is_some_and(|it| it.funding_programme_id.as_ref() == Some(programme));
        let programme = programme.untyped();
        check_reference::<FundingProgramme>(conn, caller, "/funding_programme_id", &programme, unchanged, faults)?;
    }
    Ok(())
}

/// The real dates of an exchange that enters the status on the day, today if none is given.
pub fn real_dates(
    caller: &Caller,
    columns: &ExchangeStudentColumns,
    status: ExchangeStatus,
    on: Option<NaiveDate>,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Problem> {
    let day = on.unwrap_or(caller.today);
    let mut faults = Faults::default();
    let (from, to) = match status {
        ExchangeStatus::Arrived => (columns.actual_from.or(Some(day)), columns.actual_to),
        ExchangeStatus::Completed => (columns.actual_from, Some(day)),
        ExchangeStatus::Applied
        | ExchangeStatus::Nominated
        | ExchangeStatus::Accepted
        | ExchangeStatus::Recognised
        | ExchangeStatus::Rejected
        | ExchangeStatus::Withdrawn
        | ExchangeStatus::Cancelled => {
            if on.is_some() {
                faults.about("/on", "only_when", "to = arrived, completed");
            }
            (columns.actual_from, columns.actual_to)
        }
    };
    if on.is_some_and(|it| caller.today < it) {
        faults.add("/on", "future_day");
    }
    check_order(from, to, "/on", &mut faults);
    faults.into_result()?;
    Ok((from, to))
}

#[cfg(test)]
mod tests {
    use super::may_begin;
    use crate::platform::period::{AcademicYear, parse_day};

    #[test]
    fn a_stay_begins_between_the_summer_before_its_year_and_the_end_of_it() {
        let (first, last) = may_begin(&AcademicYear::starting(2026)).unwrap();
        assert_eq!((Some(first), Some(last)), (parse_day("2026-07-01"), parse_day("2027-08-31")));
    }
}

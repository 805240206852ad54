//! What must hold within an instrument and between it and other records.

use crate::auth::caller::{Caller, Scope};
use crate::institutions::units::Unit;
use crate::instruments::model::{Instrument, InstrumentColumns, InstrumentDraft};
use crate::instruments::stage::Stage;
use crate::instruments::store;
use crate::partners::model::Partner;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::problem::Problem;
use crate::record::{check_order, check_reference};

/// `before` is the instrument to be changed, with its id.
pub fn check(
    conn: &mut Conn,
    caller: &Caller,
    draft: &InstrumentDraft,
    before: Option<(&AnyId, &Instrument)>,
    faults: &mut Faults,
) -> Result<(), Problem> {
    check_term(caller, draft, before.map(|it| it.1), faults);
    check_parties(conn, caller, draft, before.map(|it| it.1), faults)?;
    let InstrumentColumns { number, unit_id, predecessor_id, amends_id, .. } = &draft.columns;
    let old = before.map(|it| &it.1.draft.columns);
    if let Some(unit) = unit_id {
        let unchanged = old.is_some_and(|it| it.unit_id.as_ref() == Some(unit));
        check_reference::<Unit>(conn, caller, "/unit_id", unit, unchanged, faults)?;
    }
    if let Some(number) = number
        && store::number_is_taken(conn, caller, number, before.map(|it| it.0))?
    {
        faults.add("/number", "taken");
    }
    let links = [
        ("/predecessor_id", predecessor_id, old.and_then(|it| it.predecessor_id.as_ref())),
        ("/amends_id", amends_id, old.and_then(|it| it.amends_id.as_ref())),
    ];
    for (pointer, other, before_it) in links {
        let Some(other) = other else { continue };
        let unchanged = before_it == Some(other);
        if faults.doubts(unchanged) && !store::exists(conn, caller, other)? {
            faults.add(pointer, "not_known_here");
        } else if let Some((id, _)) = before
            && store::leads_back(conn, caller, other, id)?
        {
            faults.add(pointer, "circular");
        }
    }
    Ok(())
}

fn check_term(caller: &Caller, draft: &InstrumentDraft, before: Option<&Instrument>, faults: &mut Faults) {
    let InstrumentColumns { signed_on, starts_on, ends_on, terminated_on, termination_reason, .. } = &draft.columns;
    check_order(*starts_on, *ends_on, "/ends_on", faults);
    check_order(*starts_on, *terminated_on, "/terminated_on", faults);
    let signed = before.is_some_and(|it| it.stage == Stage::Signed);
    match (before, signed_on) {
        (Some(_), Some(_)) if !signed => faults.about("/signed_on", "only_when", "stage = signed"),
        (Some(_), None) if signed => faults.about("/signed_on", "needed_when", "stage = signed"),
        (_, Some(day)) if caller.today < *day => faults.add("/signed_on", "future_day"),
        // What a faculty proposes, the office signs and registers.
        (None, Some(_)) if matches!(caller.scope, Scope::Units(_)) => faults.about("/signed_on", "only_when", "role = officer"),
        _ => {}
    }
    if signed_on.is_some() && starts_on.is_none() {
        faults.about("/starts_on", "needed_when", "signed_on");
    }
    if ends_on.is_some() && starts_on.is_none() {
        faults.about("/starts_on", "needed_when", "ends_on");
    }
    if terminated_on.is_some() && signed_on.is_none() {
        faults.about("/terminated_on", "only_when", "signed_on");
    }
    if termination_reason.is_some() && terminated_on.is_none() {
        faults.about("/termination_reason", "only_when", "terminated_on");
    }
    if draft.renewal.is_some() && ends_on.is_none() {
        faults.about("/ends_on", "needed_when", "renewal");
    }
}

fn check_parties(
    conn: &mut Conn,
    caller: &Caller,
    draft: &InstrumentDraft,
    before: Option<&Instrument>,
    faults: &mut Faults,
) -> Result<(), Problem> {
    for (index, party) in draft.parties.iter().enumerate() {
        let pointer = format!("/parties/{index}/partner_id");
        if draft.parties[..index].iter().any(|it| it.partner_id == party.partner_id) {
            faults.add(&pointer, "repeated");
        }
        let unchanged = before.is_some_and(|it| it.draft.parties.iter().any(|it| it.partner_id == party.partner_id));
        check_reference::<Partner>(conn, caller, pointer, &party.partner_id.untyped(), unchanged, faults)?;
    }
    Ok(())
}

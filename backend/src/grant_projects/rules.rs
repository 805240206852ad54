//! What must hold within a project and between it and other records.

use crate::auth::caller::Caller;
use crate::funding_programmes::model::FundingProgramme;
use crate::grant_projects::model::{GrantProject, GrantProjectColumns, GrantProjectContent, GrantProjectDraft, ProjectRole};
use crate::grant_projects::status::ProjectStatus;
use crate::institutions::units::Unit;
use crate::partners::model::Partner;
use crate::people::model::Person;
use crate::platform::body::Faults;
use crate::platform::db::Conn;
use crate::platform::money::Money;
use crate::platform::problem::Problem;
use crate::record::{check_order, check_reference};

/// `before` is the project to be changed.
pub fn check(
    conn: &mut Conn,
    caller: &Caller,
    draft: &GrantProjectDraft,
    before: Option<&GrantProject>,
    faults: &mut Faults,
) -> Result<(), Problem> {
    check_status(draft, before.map(|it| it.status), faults);
    check_sums(&draft.content, faults);
    check_consortium(conn, caller, &draft.content, before, faults)?;
    let GrantProjectColumns { funding_programme_id, unit_id, lead_id, .. } = &draft.content.columns;
    let old = before.map(|it| &it.content.columns);
    let unchanged = old.is_some_and(|it| it.funding_programme_id == *funding_programme_id);
    let programme = funding_programme_id.untyped();
    check_reference::<FundingProgramme>(conn, caller, "/funding_programme_id", &programme, unchanged, faults)?;
    if let Some(unit) = unit_id {
        let unchanged = old.is_some_and(|it| it.unit_id.as_ref() == Some(unit));
        check_reference::<Unit>(conn, caller, "/unit_id", unit, unchanged, faults)?;
    }
    if let Some(lead) = lead_id {
        let unchanged = old.is_some_and(|it| it.lead_id.as_ref() == Some(lead));
        check_reference::<Person>(conn, caller, "/lead_id", lead, unchanged, faults)?;
    }
    Ok(())
}

fn check_status(draft: &GrantProjectDraft, present: Option<ProjectStatus>, faults: &mut Faults) {
    let GrantProjectColumns { starts_on, ends_on, .. } = &draft.content.columns;
    check_order(*starts_on, *ends_on, "/ends_on", faults);
    if present.is_some() && draft.status.is_some_and(|it| Some(it) != present) {
        faults.about("/status", "only_when", "a new record; use transitions");
    }
    let status = present.or(draft.status).unwrap_or(ProjectStatus::Idea);
    let (start_needed, end_needed) = match status {
        ProjectStatus::Running => (true, false),
        ProjectStatus::Closed => (true, true),
        // One that was awarded here may wait for its dates.
        ProjectStatus::Awarded => (present.is_none(), false),
        ProjectStatus::Idea | ProjectStatus::Preparing | ProjectStatus::Submitted | ProjectStatus::Rejected | ProjectStatus::Withdrawn => {
            (false, false)
        }
    };
    for (pointer, missing) in [("/starts_on", start_needed && starts_on.is_none()), ("/ends_on", end_needed && ends_on.is_none())] {
        if missing {
            faults.about(pointer, "needed_when", format!("status = {}", status.as_str()));
        }
    }
}

/// In minor units: so that the sums of many hundred projects are whole numbers of 64 bits.
const LARGEST_SUM: i64 = 10_000_000_000_000_000;

fn check_sums(content: &GrantProjectContent, faults: &mut Faults) {
    let at_most = |limit: Money| format!("{limit} {}", limit.currency().code());
    let GrantProjectContent { total_budget, our_share, co_funding, .. } = content;
    for (pointer, sum) in [("/total_budget", total_budget), ("/our_share", our_share), ("/co_funding", co_funding)] {
        if let Some(sum) = sum
            && LARGEST_SUM < sum.minor()
        {
            faults.about(pointer, "too_big", at_most(Money::new(LARGEST_SUM, sum.currency())));
        }
    }
    if let (Some(share), Some(total)) = (our_share, total_budget)
        && share.currency() == total.currency()
        && total.minor() < share.minor()
    {
        faults.about("/our_share", "too_big", at_most(*total));
    }
}

fn check_consortium(
    conn: &mut Conn,
    caller: &Caller,
    content: &GrantProjectContent,
    before: Option<&GrantProject>,
    faults: &mut Faults,
) -> Result<(), Problem> {
    let consortium = &content.consortium;
    let mut coordinated = content.columns.our_role == ProjectRole::Coordinator;
    for (index, member) in consortium.iter().enumerate() {
        let pointer = format!("/consortium/{index}/partner_id");
        if consortium[..index].iter().any(|it| it.partner_id == member.partner_id) {
            faults.add(&pointer, "repeated");
        }
        let unchanged = before.is_some_and(|it| it.content.consortium.iter().any(|it| it.partner_id == member.partner_id));
        check_reference::<Partner>(conn, caller, pointer, &member.partner_id.untyped(), unchanged, faults)?;
        if member.role == ProjectRole::Coordinator {
            if coordinated {
                faults.add(format!("/consortium/{index}/role"), "second_coordinator");
            }
            coordinated = true;
        }
    }
    Ok(())
}

//! Deadlines of projects and of exchange students.

use chrono::Days;

use crate::auth::caller::Caller;
use crate::deadlines::model::{Deadline, DeadlineGroup, DeadlineKind, NOMINATION_DAYS, group};
use crate::exchange_students::model::ExchangeStudent;
use crate::grant_projects::model::GrantProject;
use crate::grant_projects::running::running_on;
use crate::partners::store::names_of;
use crate::people::store::names_of as names_of_people;
use crate::platform::db::Conn;
use crate::platform::db::sql::{Sql, Value};
use crate::platform::problem::Problem;
use crate::record::{Pick, Record, reach};

const MOST: i64 = 1000;

pub fn groups(conn: &mut Conn, caller: &Caller) -> Result<Vec<DeadlineGroup>, Problem> {
    Ok(vec![
        group(DeadlineKind::ProjectEnding, projects(conn, caller)?),
        group(DeadlineKind::NominationUnfinished, students(conn, caller)?),
    ])
}

fn projects(conn: &mut Conn, caller: &Caller) -> Result<Vec<Deadline>, Problem> {
    let horizon = caller.today + Days::new(u64::try_from(caller.lead_days).unwrap_or_default());
    let condition = reach::<GrantProject>(caller)
        .text(" AND archived_at IS NULL AND status = 'running' AND ends_on <= ")
        .bind(Value::Day(horizon))
        .and(running_on(caller.today));
    let pick = Pick::of(caller, condition, Sql::new("ends_on, id"), MOST, caller.today);
    let found = GrantProject::load(conn, &pick)?;
    Ok(found
        .into_iter()
        .filter_map(|it| {
            Some(Deadline {
                record: GrantProject::NOUN.one,
                record_id: it.head.id,
                on: it.content.columns.ends_on?,
                title: Some(it.content.columns.title),
                person_name: None,
                partner_names: None,
            })
        })
        .collect())
}

fn students(conn: &mut Conn, caller: &Caller) -> Result<Vec<Deadline>, Problem> {
    let horizon = caller.today + Days::new(NOMINATION_DAYS);
    let condition = reach::<ExchangeStudent>(caller)
        .text(" AND archived_at IS NULL AND status IN ('applied', 'nominated') AND planned_from <= ")
        .bind(Value::Day(horizon));
    let pick = Pick::of(caller, condition, Sql::new("planned_from, id"), MOST, caller.today);
    let found = ExchangeStudent::load(conn, &pick)?;
    let partners = names_of(conn, caller, found.iter().map(|it| it.content.columns.partner_id.clone()).collect())?;
    let people = names_of_people(conn, caller, found.iter().map(|it| it.content.columns.person_id.clone()).collect())?;
    Ok(found
        .into_iter()
        .map(|it| Deadline {
            record: ExchangeStudent::NOUN.one,
            record_id: it.head.id,
            on: it.content.columns.planned_from,
            title: None,
            person_name: people.get(&it.content.columns.person_id).cloned(),
            partner_names: partners.get(&it.content.columns.partner_id).cloned(),
        })
        .collect())
}

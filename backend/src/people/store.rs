//! Every query names the institution first.

use std::collections::HashMap;

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::auth::caller::Caller;
use crate::people::model::{Person, PersonDraft};
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::AnyId;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::{Head, Pick};
use crate::schema::{exchange_students, people};

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<Person>, Problem> {
    let rows: Vec<(Head, PersonDraft)> = people::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select(((people::id, people::version, people::created_at, people::updated_at, people::archived_at), PersonDraft::as_select()))
        .load(conn)?;
    Ok(rows.into_iter().map(|(head, draft)| Person { head, draft }).collect())
}

pub fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PersonDraft) -> Result<(), Problem> {
    let own = (
        people::institution_id.eq(&caller.institution),
        people::id.eq(id),
        people::created_at.eq(caller.now),
        people::updated_at.eq(caller.now),
        people::search.eq(search(&draft)),
        people::name_key.eq(fold::key(draft.name.as_str())),
    );
    diesel::insert_into(people::table).values((own, draft)).execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: PersonDraft) -> Result<(), Problem> {
    let (search, name_key) = (search(&draft), fold::key(draft.name.as_str()));
    diesel::update(people::table.find((caller.institution.as_str(), id)))
        .set((draft, people::search.eq(search), people::name_key.eq(&name_key)))
        .execute(conn)?;
    // Exchange students are sorted by the name of the person without a join: the copy of the key follows.
    diesel::update(exchange_students::table)
        .filter(exchange_students::institution_id.eq(caller.institution.as_str()))
        .filter(exchange_students::person_id.eq(id))
        .filter(exchange_students::person_key.ne(&name_key))
        .set(exchange_students::person_key.eq(&name_key))
        .execute(conn)?;
    Ok(())
}

fn search(draft: &PersonDraft) -> String {
    let others = [draft.passport_name.as_deref(), draft.email.as_deref()].into_iter().flatten();
    fold::searchable([draft.name.as_str()].into_iter().chain(others))
}

/// What these people are called, those of the institution.
pub fn names_of(conn: &mut Conn, caller: &Caller, ids: Vec<AnyId>) -> Result<HashMap<AnyId, Line<200>>, Problem> {
    let rows: Vec<(AnyId, Line<200>)> = people::table
        .filter(people::institution_id.eq(caller.institution.as_str()))
        .filter(people::id.eq_any(ids))
        .select((people::id, people::name))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

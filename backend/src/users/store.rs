//! Every query names the institution first; accounts belong to no institution and are found by their ids.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists};
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::auth::caller::Caller;
use crate::auth::login::{Membership, add_membership, create_user, email_key, find_user};
use crate::auth::roles::Role;
use crate::auth::store::{UserId, copy_names};
use crate::platform::db::Conn;
use crate::platform::id::AnyId;
use crate::platform::problem::Problem;
use crate::platform::text::Line;
use crate::record::{Head, Pick};
use crate::schema::{memberships, users};
use crate::users::model::{User, UserDraft, UserStatus};

pub fn load(conn: &mut Conn, pick: &Pick<'_>) -> Result<Vec<User>, Problem> {
    let rows: Vec<(Head, UserId, Role, Option<AnyId>, Option<AnyId>)> = memberships::table
        .filter(pick.condition.clone())
        .order(pick.order.clone())
        .limit(pick.limit)
        .offset(pick.offset)
        .select((
            (memberships::id, memberships::version, memberships::created_at, memberships::updated_at, memberships::archived_at),
            memberships::user_id,
            memberships::role,
            memberships::unit_id,
            memberships::person_id,
        ))
        .load(conn)?;
    let ids: Vec<&UserId> = rows.iter().map(|it| &it.1).collect();
    let accounts: Vec<(UserId, String, Line<200>, bool)> = users::table
        .filter(users::id.eq_any(&ids))
        .select((users::id, users::email, users::name, users::password_hash.is_not_null()))
        .load(conn)?;
    let elsewhere: Vec<UserId> = memberships::table
        .filter(memberships::user_id.eq_any(&ids))
        .filter(memberships::institution_id.ne(pick.caller.institution.as_str()))
        .select(memberships::user_id)
        .distinct()
        .load(conn)?;
    let mut accounts: HashMap<UserId, (String, Line<200>, bool)> = accounts.into_iter().map(|it| (it.0, (it.1, it.2, it.3))).collect();
    Ok(rows
        .into_iter()
        .filter_map(|(head, user, role, unit_id, person_id)| {
            let (email, name, has_password) = accounts.remove(&user)?;
            let status = if has_password { UserStatus::Active } else { UserStatus::Invited };
            Some(User { head, draft: UserDraft { email, name, role, unit_id, person_id }, status, is_ours: !elsewhere.contains(&user) })
        })
        .collect())
}

/// Whoever has an account already keeps it, with its name and password.
pub fn insert(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UserDraft) -> Result<(), Problem> {
    let UserDraft { email, name, role, unit_id, person_id } = draft;
    let user = match find_user(conn, &email)? {
        Some(user) => user,
        None => create_user(conn, caller.now, &email, name.as_str(), None)?,
    };
    let membership = Membership { id, user: &user, role, unit: unit_id.as_ref(), person: person_id.as_ref() };
    add_membership(conn, caller.now, &caller.institution, &membership)
}

pub fn update(conn: &mut Conn, caller: &Caller, id: &AnyId, draft: UserDraft) -> Result<(), Problem> {
    let UserDraft { email, name, role, unit_id, person_id } = draft;
    let row = memberships::table.find((caller.institution.as_str(), id));
    let user: UserId = row.select(memberships::user_id).first(conn)?;
    diesel::update(row)
        .set((memberships::role.eq(role), memberships::unit_id.eq(unit_id), memberships::person_id.eq(person_id)))
        .execute(conn)?;
    // The rules have held back changes of an account that is its owner's.
    diesel::update(users::table.find(&user))
        .set((
            users::email.eq(email.trim()),
            users::email_key.eq(email_key(&email)),
            users::name.eq(name),
            users::updated_at.eq(caller.now),
        ))
        .execute(conn)?;
    copy_names(conn, &user)
}

/// Does a user of the institution have the address, or, where an account is moved to it, anybody at all?
pub fn is_taken(conn: &mut Conn, caller: &Caller, email: &str, moved: bool) -> Result<bool, Problem> {
    let Some(user) = find_user(conn, email)? else { return Ok(false) };
    let member =
        memberships::table.filter(memberships::institution_id.eq(caller.institution.as_str())).filter(memberships::user_id.eq(&user));
    Ok(moved || diesel::select(exists(member)).get_result(conn)?)
}

/// How many can let others in.
pub fn admins(conn: &mut Conn, caller: &Caller) -> Result<i64, Problem> {
    Ok(memberships::table
        .filter(memberships::institution_id.eq(caller.institution.as_str()))
        .filter(memberships::role.eq(Role::Admin))
        .filter(memberships::archived_at.is_null())
        .select(count_star())
        .first(conn)?)
}

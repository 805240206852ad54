//! Accounts and memberships. A credential says which institution is meant; before there is one, accounts are
//! found by e-mail address and institution together.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::auth::caller::Scope;
use crate::auth::roles::Role;
use crate::auth::sessions::Session;
use crate::auth::standing::Standing;
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::fold;
use crate::platform::id::{AnyId, Id, InstitutionId};
use crate::platform::problem::Problem;
use crate::schema::{institutions, memberships, sessions, units, users};

/// Marks the ids of users.
#[derive(Debug)]
pub enum UserKey {}
pub type UserId = Id<UserKey>;

/// What signing in compares.
#[derive(Debug)]
pub struct Account {
    pub user: UserId,
    pub institution: InstitutionId,
    pub epoch: i32,
    pub disabled: bool,
    pub password_hash: Option<String>,
}

/// The account with this address in the institution with this slug.
pub fn account(conn: &mut Conn, email_key: &str, slug: &str) -> Result<Option<Account>, Problem> {
    type Row = (UserId, InstitutionId, i32, Option<Instant>, Option<String>);
    let found: Option<Row> = users::table
        .inner_join(memberships::table.on(memberships::user_id.eq(users::id)))
        .inner_join(institutions::table.on(institutions::id.eq(memberships::institution_id)))
        .filter(institutions::slug.eq(slug))
        .filter(users::email_key.eq(email_key))
        .filter(memberships::archived_at.is_null())
        .select((users::id, memberships::institution_id, users::epoch, users::disabled_at, users::password_hash))
        .first(conn)
        .optional()?;
    Ok(found.map(|(user, institution, epoch, disabled_at, password_hash)| Account {
        user,
        institution,
        epoch,
        disabled: disabled_at.is_some(),
        password_hash,
    }))
}

type StandingRow = (UserId, InstitutionId, Role, Option<AnyId>, Option<AnyId>, i32, Option<Instant>, String, i32);
type StandingColumns = (
    memberships::user_id,
    memberships::institution_id,
    memberships::role,
    memberships::unit_id,
    memberships::person_id,
    users::epoch,
    users::disabled_at,
    institutions::time_zone,
    institutions::lead_days,
);
const STANDING: StandingColumns = (
    memberships::user_id,
    memberships::institution_id,
    memberships::role,
    memberships::unit_id,
    memberships::person_id,
    users::epoch,
    users::disabled_at,
    institutions::time_zone,
    institutions::lead_days,
);

/// What a user is in an institution; none for those who are no members of it.
pub fn standing(conn: &mut Conn, institution: &InstitutionId, user: &UserId) -> Result<Option<Standing>, Problem> {
    let found: Option<StandingRow> = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .inner_join(
            institutions::table
                .on(institutions::institution_id.eq(memberships::institution_id).and(institutions::id.eq(memberships::institution_id))),
        )
        .filter(memberships::institution_id.eq(institution))
        .filter(memberships::user_id.eq(user))
        .filter(memberships::archived_at.is_null())
        .select(STANDING)
        .first(conn)
        .optional()?;
    found.map(|it| in_full(conn, it)).transpose()
}

/// The session with this secret, and the standing of its user; read together, so that neither is newer.
pub fn session(conn: &mut Conn, secret_hash: &str) -> Result<Option<(Session, Standing)>, Problem> {
    type SessionRow = (AnyId, i32, Instant, Instant, Option<Instant>);
    let found: Option<(SessionRow, StandingRow)> = sessions::table
        .inner_join(
            memberships::table.on(memberships::institution_id.eq(sessions::institution_id).and(memberships::user_id.eq(sessions::user_id))),
        )
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .inner_join(
            institutions::table
                .on(institutions::institution_id.eq(memberships::institution_id).and(institutions::id.eq(memberships::institution_id))),
        )
        .filter(sessions::secret_hash.eq(secret_hash))
        .filter(memberships::archived_at.is_null())
        .select(((sessions::id, sessions::epoch, sessions::last_seen_at, sessions::expires_at, sessions::revoked_at), STANDING))
        .first(conn)
        .optional()?;
    let Some(((id, epoch, last_seen_at, expires_at, revoked_at), row)) = found else { return Ok(None) };
    let session = Session { id, epoch, last_seen_at, expires_at, revoked: revoked_at.is_some() };
    Ok(Some((session, in_full(conn, row)?)))
}

fn in_full(conn: &mut Conn, row: StandingRow) -> Result<Standing, Problem> {
    let (user, institution, role, unit, person, epoch, disabled_at, time_zone, lead_days) = row;
    let scope = match role {
        Role::Coordinator => Scope::Units(unit.map_or(Ok(Vec::new()), |it| unit_and_below(conn, &institution, it))?),
        Role::Member => Scope::Person(person),
        Role::Officer | Role::Approver | Role::Viewer | Role::Admin => Scope::All,
    };
    let time_zone: Tz = time_zone.parse().map_err(Problem::internal)?;
    Ok(Standing { user, institution, role, scope, epoch, disabled: disabled_at.is_some(), time_zone, lead_days })
}

/// The unit and all units below it, each once even if somebody made a circle of them.
fn unit_and_below(conn: &mut Conn, institution: &InstitutionId, top: AnyId) -> Result<Vec<AnyId>, Problem> {
    let rows: Vec<(AnyId, Option<AnyId>)> = units::table
        .filter(units::institution_id.eq(institution))
        .filter(units::parent_id.is_not_null())
        .select((units::id, units::parent_id))
        .load(conn)?;
    let mut below: HashMap<AnyId, Vec<AnyId>> = HashMap::new();
    for (id, parent) in rows {
        below.entry(parent.unwrap_or_default()).or_default().push(id);
    }
    let mut seen = HashSet::from([top.clone()]);
    let mut found = vec![top];
    let mut next = 0;
    while let Some(unit) = found.get(next) {
        let children = below.remove(unit).unwrap_or_default();
        found.extend(children.into_iter().filter(|it| seen.insert(it.clone())));
        next += 1;
    }
    Ok(found)
}

/// The hash of a user's password, if they have one here, and their epoch.
pub fn password(conn: &mut Conn, user: &UserId) -> Result<(Option<String>, i32), Problem> {
    Ok(users::table.find(user).select((users::password_hash, users::epoch)).first(conn)?)
}

/// Ends everything that was made in the user's present epoch, unless that is over already.
pub fn change_password(conn: &mut Conn, now: Instant, user: &UserId, epoch: i32, password_hash: &str) -> Result<bool, Problem> {
    let changed = diesel::update(users::table.find(user).filter(users::epoch.eq(epoch)))
        .set((users::password_hash.eq(password_hash), users::epoch.eq(epoch + 1), users::updated_at.eq(now)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Brings what lists are sorted and searched by to what the account says, in every institution of the user.
pub fn copy_names(conn: &mut Conn, user: &UserId) -> Result<(), Problem> {
    let (email, name): (String, String) = users::table.find(user).select((users::email, users::name)).first(conn)?;
    diesel::update(memberships::table.filter(memberships::user_id.eq(user)))
        .set((memberships::name_key.eq(fold::key(&name)), memberships::search.eq(fold::searchable([name.as_str(), email.as_str()]))))
        .execute(conn)?;
    Ok(())
}

//! Refresh tokens: each is good for one use and followed by another; a second use ends the whole family
//! (RFC 9700, 4.14). For ten seconds the same successor is given again, because answers get lost on the way.

use chrono::TimeDelta;
use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::auth::secrets::{Secret, SuccessorKey};
use crate::auth::store::{Account, UserId};
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::problem::Problem;
use crate::schema::{memberships, refresh_tokens, users};

pub const LIFETIME: TimeDelta = TimeDelta::days(30);
const GRACE: TimeDelta = TimeDelta::seconds(10);

/// A refresh token that can be used, and whose it is.
pub struct Renewed {
    pub user: UserId,
    pub institution: InstitutionId,
    pub epoch: i32,
    pub secret: Secret,
    pub expires_at: Instant,
}

/// The first of a new family. Clears away what has expired of the user's.
pub fn issue(conn: &mut Conn, now: Instant, account: &Account) -> Result<Secret, Problem> {
    let old = refresh_tokens::table
        .filter(refresh_tokens::institution_id.eq(&account.institution))
        .filter(refresh_tokens::user_id.eq(&account.user))
        .filter(refresh_tokens::expires_at.le(now));
    diesel::delete(old).execute(conn)?;
    let secret = Secret::new()?;
    let token = Token {
        institution: account.institution.clone(),
        id: AnyId::new(),
        family: AnyId::new(),
        user: account.user.clone(),
        epoch: account.epoch,
    };
    insert(conn, now, &token, &secret)?;
    Ok(secret)
}

/// The successor of the token; none where it is not, or no longer, good. What that has changed must be committed.
pub fn renew(conn: &mut Conn, key: &SuccessorKey, presented: &Secret, now: Instant) -> Result<Option<Renewed>, Problem> {
    let Some(found) = find(conn, &presented.hash())?.filter(|it| it.lives(now)) else { return Ok(None) };
    let secret = presented.successor(key);
    let successor = Token { id: AnyId::new(), ..found.token.clone() };
    if found.used_at.is_none() && use_up(conn, now, &found.token, &successor.id)? {
        insert(conn, now, &successor, &secret)?;
    } else if found.used_at.is_some_and(|it| GRACE < now.since(it)) {
        revoke_family(conn, now, &found.token)?;
        return Ok(None);
    }
    // It was used a moment ago, or by a request that was faster: the successor is there already.
    let Some(successor) = find(conn, &secret.hash())?.filter(|it| it.lives(now)) else { return Ok(None) };
    let Token { institution, user, epoch, .. } = successor.token;
    Ok(Some(Renewed { user, institution, epoch, secret, expires_at: successor.expires_at }))
}

/// Ends the family of the token, if there is one.
pub fn revoke(conn: &mut Conn, presented: &Secret, now: Instant) -> Result<(), Problem> {
    match find(conn, &presented.hash())? {
        Some(found) => revoke_family(conn, now, &found.token),
        None => Ok(()),
    }
}

#[derive(Clone)]
struct Token {
    institution: InstitutionId,
    id: AnyId,
    family: AnyId,
    user: UserId,
    epoch: i32,
}

struct Found {
    token: Token,
    expires_at: Instant,
    used_at: Option<Instant>,
    /// Revoked, or of a user who is disabled or in another epoch.
    dead: bool,
}

impl Found {
    fn lives(&self, now: Instant) -> bool {
        !self.dead && now < self.expires_at
    }
}

/// By its secret, which says which institution's it is. Without its user's membership a token is nothing.
fn find(conn: &mut Conn, secret_hash: &str) -> Result<Option<Found>, Problem> {
    type Row = ((InstitutionId, AnyId, AnyId, UserId, i32), (Instant, Option<Instant>, Option<Instant>), (i32, Option<Instant>));
    let found: Option<Row> = refresh_tokens::table
        .inner_join(
            memberships::table
                .on(memberships::institution_id.eq(refresh_tokens::institution_id).and(memberships::user_id.eq(refresh_tokens::user_id))),
        )
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(refresh_tokens::secret_hash.eq(secret_hash))
        .select((
            (refresh_tokens::institution_id, refresh_tokens::id, refresh_tokens::family_id, refresh_tokens::user_id, refresh_tokens::epoch),
            (refresh_tokens::expires_at, refresh_tokens::used_at, refresh_tokens::revoked_at),
            (users::epoch, users::disabled_at),
        ))
        .first(conn)
        .optional()?;
    Ok(found.map(|((institution, id, family, user, epoch), (expires_at, used_at, revoked_at), (current, disabled_at))| Found {
        token: Token { institution, id, family, user, epoch },
        expires_at,
        used_at,
        dead: revoked_at.is_some() || disabled_at.is_some() || epoch != current,
    }))
}

fn insert(conn: &mut Conn, now: Instant, token: &Token, secret: &Secret) -> Result<(), Problem> {
    let Token { institution, id, family, user, epoch } = token;
    let row = (
        refresh_tokens::institution_id.eq(institution),
        refresh_tokens::id.eq(id),
        refresh_tokens::family_id.eq(family),
        refresh_tokens::user_id.eq(user),
        refresh_tokens::secret_hash.eq(secret.hash()),
        refresh_tokens::epoch.eq(epoch),
        refresh_tokens::created_at.eq(now),
        refresh_tokens::expires_at.eq(now.plus(LIFETIME)),
    );
    diesel::insert_into(refresh_tokens::table).values(row).execute(conn)?;
    Ok(())
}

/// False when another request used it first; on PostgreSQL this waits until that one is done.
fn use_up(conn: &mut Conn, now: Instant, token: &Token, successor: &AnyId) -> Result<bool, Problem> {
    let unused = refresh_tokens::table.find((&token.institution, &token.id)).filter(refresh_tokens::used_at.is_null());
    let used =
        diesel::update(unused).set((refresh_tokens::used_at.eq(Some(now)), refresh_tokens::successor.eq(Some(successor)))).execute(conn)?;
    Ok(used == 1)
}

fn revoke_family(conn: &mut Conn, now: Instant, token: &Token) -> Result<(), Problem> {
    let family = refresh_tokens::table
        .filter(refresh_tokens::institution_id.eq(&token.institution))
        .filter(refresh_tokens::family_id.eq(&token.family))
        .filter(refresh_tokens::revoked_at.is_null());
    diesel::update(family).set(refresh_tokens::revoked_at.eq(Some(now))).execute(conn)?;
    Ok(())
}

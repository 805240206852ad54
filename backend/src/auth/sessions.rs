//! Sessions of browsers: a secret in a cookie, the rest in the database.

use chrono::TimeDelta;
use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::auth::secrets::Secret;
use crate::auth::store::Account;
use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::problem::Problem;
use crate::schema::sessions;

/// A session ends when nothing was asked for so long,
const IDLE: TimeDelta = TimeDelta::minutes(30);
/// and in any case after a working day.
const LONGEST: TimeDelta = TimeDelta::hours(12);
/// That somebody was there is written down no more often than this.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

#[derive(Clone, Debug)]
pub struct Session {
    pub id: AnyId,
    pub epoch: i32,
    pub last_seen_at: Instant,
    pub expires_at: Instant,
    pub revoked: bool,
}

impl Session {
    pub fn is_over(&self, now: Instant) -> bool {
        self.revoked || self.expires_at <= now || IDLE <= now.since(self.last_seen_at)
    }
    /// Is it time to write down that somebody is there?
    pub fn is_to_be_seen(&self, now: Instant) -> bool {
        SEEN_EVERY <= now.since(self.last_seen_at)
    }
}

/// Begins a session, and clears away those of the user that are over.
pub fn begin(conn: &mut Conn, now: Instant, account: &Account) -> Result<Secret, Problem> {
    let over = sessions::table
        .filter(sessions::institution_id.eq(&account.institution))
        .filter(sessions::user_id.eq(&account.user))
        .filter(sessions::expires_at.le(now).or(sessions::last_seen_at.le(now.plus(-IDLE))));
    diesel::delete(over).execute(conn)?;
    let secret = Secret::new()?;
    let row = (
        sessions::institution_id.eq(&account.institution),
        sessions::id.eq(AnyId::new()),
        sessions::user_id.eq(&account.user),
        sessions::secret_hash.eq(secret.hash()),
        sessions::epoch.eq(account.epoch),
        sessions::created_at.eq(now),
        sessions::last_seen_at.eq(now),
        sessions::expires_at.eq(now.plus(LONGEST)),
    );
    diesel::insert_into(sessions::table).values(row).execute(conn)?;
    Ok(secret)
}

/// Ends the session with this secret, if there is one. The secret says which institution's it is.
pub fn end(conn: &mut Conn, now: Instant, secret_hash: &str) -> Result<(), Problem> {
    let session = sessions::table.filter(sessions::secret_hash.eq(secret_hash)).filter(sessions::revoked_at.is_null());
    diesel::update(session).set(sessions::revoked_at.eq(Some(now))).execute(conn)?;
    Ok(())
}

/// Somebody is there. Requests that come at the same time write it once.
pub fn seen(conn: &mut Conn, institution: &InstitutionId, id: &AnyId, now: Instant) -> Result<(), Problem> {
    let session = sessions::table.find((institution, id)).filter(sessions::last_seen_at.le(now.plus(-SEEN_EVERY)));
    diesel::update(session).set(sessions::last_seen_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Takes the session along into a new epoch of its user.
pub fn keep(conn: &mut Conn, institution: &InstitutionId, id: &AnyId, epoch: i32) -> Result<(), Problem> {
    diesel::update(sessions::table.find((institution, id))).set(sessions::epoch.eq(epoch)).execute(conn)?;
    Ok(())
}

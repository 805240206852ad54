//! Idempotency keys: a POST that was answered is answered the same again, and has one effect.
//!
//! The answer is stored in the transaction of the effect, so there is never one without the other.

use chrono::TimeDelta;
use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use sha2::{Digest, Sha256};

use crate::platform::clock::Instant;
use crate::platform::db::Conn;
use crate::platform::id::InstitutionId;
use crate::platform::problem::{Code, Problem};
use crate::schema::idempotency_keys;

/// How long an answer is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// What a successful write answers.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub version: Option<i64>,
    pub body: String,
    /// Was this answer given before?
    pub replayed: bool,
}

/// A key with all that it is bound to.
#[derive(Debug)]
pub struct Key {
    /// The principal and the route, of whom and where the key is one.
    pub scope: String,
    pub key: String,
    fingerprint: String,
}

impl Key {
    /// 16 to 128 visible ASCII characters.
    pub fn parse(raw: &str, principal: &str, route: &str, body: &[u8]) -> Result<Self, Problem> {
        if !(16..=128).contains(&raw.len()) || !raw.bytes().all(|it| it.is_ascii_graphic()) {
            return Err(Problem::parameter("Idempotency-Key", "wrong_form", ""));
        }
        let fingerprint = Sha256::digest(body).iter().map(|it| format!("{it:02x}")).collect();
        Ok(Self { scope: format!("{principal} {route}"), key: raw.to_owned(), fingerprint })
    }
}

/// Does the work once for the key. Run inside the transaction of the work.
pub fn once(
    conn: &mut Conn,
    institution: &InstitutionId,
    key: Option<Key>,
    now: Instant,
    work: impl FnOnce(&mut Conn) -> Result<Answer, Problem>,
) -> Result<Answer, Problem> {
    let Some(key) = key else { return work(conn) };
    forget_old(conn, institution, now)?;
    if let Some(answer) = recall(conn, institution, &key)? {
        return answer;
    }
    let answer = work(conn)?;
    let row = (
        idempotency_keys::institution_id.eq(institution.as_str()),
        idempotency_keys::scope.eq(&key.scope),
        idempotency_keys::key.eq(&key.key),
        idempotency_keys::fingerprint.eq(&key.fingerprint),
        idempotency_keys::status.eq(i32::from(answer.status)),
        idempotency_keys::location.eq(&answer.location),
        idempotency_keys::version.eq(answer.version),
        idempotency_keys::body.eq(&answer.body),
        idempotency_keys::created_at.eq(now),
    );
    diesel::insert_into(idempotency_keys::table).values(row).execute(conn)?;
    Ok(answer)
}

fn recall(conn: &mut Conn, institution: &InstitutionId, key: &Key) -> Result<Option<Result<Answer, Problem>>, Problem> {
    let found: Option<(String, i32, Option<String>, Option<i64>, String)> = idempotency_keys::table
        .find((institution.as_str(), &key.scope, &key.key))
        .select((
            idempotency_keys::fingerprint,
            idempotency_keys::status,
            idempotency_keys::location,
            idempotency_keys::version,
            idempotency_keys::body,
        ))
        .first(conn)
        .optional()?;
    Ok(found.map(|(fingerprint, status, location, version, body)| {
        if fingerprint != key.fingerprint {
            return Err(Problem::new(Code::IdempotencyKeyReused));
        }
        Ok(Answer { status: u16::try_from(status).unwrap_or(200), location, version, body, replayed: true })
    }))
}

fn forget_old(conn: &mut Conn, institution: &InstitutionId, now: Instant) -> Result<(), Problem> {
    let old = idempotency_keys::table
        .filter(idempotency_keys::institution_id.eq(institution.as_str()))
        .filter(idempotency_keys::created_at.lt(now.plus(-KEPT)));
    diesel::delete(old).execute(conn)?;
    Ok(())
}

//! Access tokens: signed JWTs (RFC 9068) that live ten minutes.
//!
//! They say who calls and for which institution; role and scope are looked up, so that a change of either is
//! felt at once. The service makes them for itself: what differs from its own in any way is refused.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::TimeDelta;
use jsonwebtoken::jwk::{Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use crate::auth::keys::load_or_create;
use crate::auth::store::UserId;
use crate::platform::clock::Instant;
use crate::platform::id::{AnyId, InstitutionId};
use crate::platform::problem::{Code, Problem};

pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);
const AUDIENCE: &str = "hamkor";
/// What the clocks of two servers may differ by.
const LEEWAY: TimeDelta = TimeDelta::seconds(5);
/// Tokens whose signature is remembered as good.
const MOST: usize = 10_000;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claims {
    pub iss: String,
    pub aud: String,
    pub sub: UserId,
    /// The institution it is for.
    pub inst: InstitutionId,
    /// The user's epoch when it was made.
    pub epoch: i32,
    pub iat: i64,
    pub nbf: i64,
    pub exp: i64,
    pub jti: AnyId,
}

pub struct AccessTokens {
    issuer: String,
    header: Header,
    signing: EncodingKey,
    verifying: DecodingKey,
    validation: Validation,
    /// By the hash of the whole token: checking a signature costs more than reading a record.
    verified: Mutex<HashMap<[u8; 32], Arc<Claims>>>,
}

impl AccessTokens {
    /// `key` is an Ed25519 private key in PEM.
    pub fn new(key: &[u8], issuer: &str) -> Result<Self, Problem> {
        let signing = EncodingKey::from_ed_pem(key).map_err(Problem::internal)?;
        let public = Jwk::from_encoding_key(&signing, Algorithm::EdDSA).map_err(Problem::internal)?;
        let header = Header {
            typ: Some("at+jwt".to_owned()),
            kid: Some(public.thumbprint(ThumbprintHash::SHA256).map_err(Problem::internal)?),
            ..Header::new(Algorithm::EdDSA)
        };
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[AUDIENCE]);
        // Time is told by our clock, in `verify`.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        Ok(Self {
            issuer: issuer.to_owned(),
            header,
            verifying: DecodingKey::from_jwk(&public).map_err(Problem::internal)?,
            signing,
            validation,
            verified: Mutex::default(),
        })
    }

    pub fn issue(&self, user: &UserId, institution: &InstitutionId, epoch: i32, now: Instant) -> Result<String, Problem> {
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: user.clone(),
            inst: institution.clone(),
            epoch,
            iat: now.unix_seconds(),
            nbf: now.unix_seconds(),
            exp: now.plus(LIFETIME).unix_seconds(),
            jti: AnyId::new(),
        };
        encode(&self.header, &claims, &self.signing).map_err(Problem::internal)
    }

    pub fn verify(&self, token: &str, now: Instant) -> Result<Arc<Claims>, Problem> {
        let claims = self.signed_by_us(token).ok_or_else(|| Problem::new(Code::Unauthenticated))?;
        if now.plus(LEEWAY).unix_seconds() < claims.nbf {
            return Err(Problem::new(Code::Unauthenticated));
        }
        if claims.exp <= now.unix_seconds() {
            return Err(Problem::new(Code::TokenExpired));
        }
        Ok(claims)
    }

    fn signed_by_us(&self, token: &str) -> Option<Arc<Claims>> {
        let name: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        if let Some(claims) = self.remembered().get(&name) {
            return Some(claims.clone());
        }
        // Type, key id and algorithm at once, and no header that asks for anything else.
        if decode_header(token).ok()? != self.header {
            return None;
        }
        let claims = decode::<Claims>(token, &self.verifying, &self.validation).ok()?.claims;
        // The library accepts lists that name us among others; ours never do.
        if claims.iss != self.issuer || claims.aud != AUDIENCE {
            return None;
        }
        let claims = Arc::new(claims);
        let mut remembered = self.remembered();
        if MOST <= remembered.len() {
            remembered.clear();
        }
        remembered.insert(name, claims.clone());
        Some(claims)
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; 32], Arc<Claims>>> {
        self.verified.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{AccessTokens, Claims};
    use crate::auth::keys;
    use crate::platform::clock::Instant;
    use crate::platform::id::Id;
    use crate::platform::problem::Code;

    fn tokens() -> AccessTokens {
        let path = std::env::temp_dir().join(format!("hamkor-token-{}.pem", uuid::Uuid::now_v7()));
        let key = keys::load_or_create_ed25519(&path).unwrap();
        std::fs::remove_file(path).unwrap();
        AccessTokens::new(&key, "https://hamkor.example").unwrap()
    }

    #[test]
    fn a_token_is_good_for_ten_minutes() {
        let (tokens, now) = (tokens(), Instant::parse("2026-11-22T08:00:00Z").unwrap());
        let (user, institution) = (Id::new(), Id::new());
        let token = tokens.issue(&user, &institution, 3, now).unwrap();
        let Claims { sub, inst, epoch, .. } = (*tokens.verify(&token, now).unwrap()).clone();
        assert_eq!((sub, inst, epoch), (user, institution, 3));
        let code = |seconds: i64| tokens.verify(&token, now.plus(TimeDelta::seconds(seconds))).err().map(|it| it.code);
        assert_eq!([code(-6), code(-5), code(599), code(600)], [Some(Code::Unauthenticated), None, None, Some(Code::TokenExpired)]);
    }

    #[test]
    fn a_token_of_another_key_or_a_changed_one_is_refused() {
        let (tokens, other, now) = (tokens(), tokens(), Instant::parse("2026-11-22T08:00:00Z").unwrap());
        let token = tokens.issue(&Id::new(), &Id::new(), 0, now).unwrap();
        assert!(other.verify(&token, now).is_err());
        for cut in [1, 20, token.len() / 2] {
            assert!(tokens.verify(&token[..token.len() - cut], now).is_err());
        }
    }
}

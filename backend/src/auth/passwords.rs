//! Passwords: argon2id with the parameters of the OWASP cheat sheet, on few threads, as PHC strings.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::platform::problem::{Code, Problem};

/// Of a new password, in characters; 15 and more are advised, and nothing else is asked of it.
pub const SHORTEST: usize = 8;
pub const LONGEST: usize = 128;

/// 19 MiB, two passes, one lane: about 50 ms.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes at the same time: each takes a core and 19 MiB.
const AT_ONCE: usize = 4;
/// Who has waited so long for a turn is asked to come again.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct Passwords {
    turns: Arc<Semaphore>,
    /// Of a password nobody has: an unknown account costs the same time as a known one.
    nobodys: String,
}

impl Passwords {
    pub fn new() -> Result<Self, Problem> {
        Ok(Self { turns: Arc::new(Semaphore::new(AT_ONCE)), nobodys: hash("the password of nobody")? })
    }
    pub async fn hash(&self, password: String) -> Result<String, Problem> {
        self.in_turn(move || hash(&password)).await
    }
    /// Is this the password? `expected` is a PHC string; without one the answer is no, after the same time.
    pub async fn verify(&self, password: String, expected: Option<String>) -> Result<bool, Problem> {
        let known = expected.is_some();
        let expected = expected.unwrap_or_else(|| self.nobodys.clone());
        Ok(self.in_turn(move || verify(&password, &expected)).await? && known)
    }
    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
        let turn = tokio::time::timeout(PATIENCE, self.turns.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| Problem::new(Code::Unavailable).with("retry_after", 5))?.map_err(Problem::internal)?;
        // The turn ends with the work, not with the request: a caller who hangs up must not start another.
        web::block(move || {
            let done = work();
            drop(turn);
            done
        })
        .await
        .map_err(Problem::internal)?
    }
}

/// Takes a while and blocks: for the command line and demonstration data.
pub fn hash(password: &str) -> Result<String, Problem> {
    let hash: PasswordHash = argon2()?.hash_password(normal(password).as_bytes()).map_err(Problem::internal)?;
    Ok(hash.to_string())
}

fn verify(password: &str, expected: &str) -> Result<bool, Problem> {
    let expected = PasswordHash::new(expected).map_err(Problem::internal)?;
    match argon2()?.verify_password(normal(password).as_bytes(), &expected) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
        Err(err) => Err(Problem::internal(err)),
    }
}

fn argon2() -> Result<Argon2<'static>, Problem> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(Problem::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The same letters from another keyboard are the same password.
fn normal(password: &str) -> String {
    password.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::{hash, verify};

    #[test]
    fn a_password_is_known_by_its_letters_however_they_are_composed() {
        let stored = hash("maktab\u{00e9}").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("maktabe\u{0301}", &stored).unwrap());
        assert!(!verify("maktabe", &stored).unwrap());
    }
}

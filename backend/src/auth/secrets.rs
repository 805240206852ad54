//! Secrets that a client holds: 256 random bits. The service keeps their hashes only.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::auth::keys;
use crate::platform::problem::Problem;

/// 43 characters of base64url.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

const LENGTH: usize = 43;

impl Secret {
    pub fn new() -> Result<Self, Problem> {
        Ok(Self(URL_SAFE_NO_PAD.encode(keys::random::<32>().map_err(Problem::internal)?)))
    }
    /// What a client sent, if it has the form of a secret.
    pub fn given(text: &str) -> Option<Self> {
        let right = text.len() == LENGTH && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_');
        right.then(|| Self(text.to_owned()))
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// SHA-256 in hexadecimal. With so many random bits a slow hash would gain nothing.
    pub fn hash(&self) -> String {
        Sha256::digest(self.0.as_bytes()).iter().map(|it| format!("{it:02x}")).collect()
    }
    /// The secret that follows this one: always the same, and known only to who has this one and the key.
    pub fn successor(&self, key: &SuccessorKey) -> Self {
        let mut mac = key.0.clone();
        mac.update(b"refresh token successor\0");
        mac.update(self.0.as_bytes());
        Self(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }
}

/// What secrets that follow each other are derived with.
pub struct SuccessorKey(Hmac<Sha256>);

impl SuccessorKey {
    pub fn new(key: &[u8]) -> Result<Self, Problem> {
        Hmac::new_from_slice(key).map(Self).map_err(Problem::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::{Secret, SuccessorKey};

    #[test]
    fn a_secret_is_recognised_and_its_successor_depends_on_it_and_the_key() {
        let (secret, other) = (Secret::new().unwrap(), Secret::new().unwrap());
        let (key, foreign) = (SuccessorKey::new(b"one").unwrap(), SuccessorKey::new(b"two").unwrap());
        assert!(Secret::given(secret.as_str()).is_some_and(|it| it == secret));
        assert!(secret.successor(&key) == secret.successor(&key));
        assert!(secret.successor(&key) != secret.successor(&foreign) && secret.successor(&key) != other.successor(&key));
        assert!(Secret::given(secret.successor(&key).as_str()).is_some());
    }

    #[test]
    fn what_has_another_form_is_no_secret() {
        let long = "a".repeat(44);
        for text in ["", "short", long.as_str(), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%"] {
            assert!(Secret::given(text).is_none(), "{text}");
        }
    }
}

//! Who is calling and what they may do.
//!
//! A handler names the right it needs as the type of its first argument; such a value can only be had from a
//! request with a valid credential of a person whose role has the right. `roles` holds the whole table.
//!
//! Reading order: who somebody is (`roles` to `standing`), how they prove it (`login` to `sessions`), what lies
//! beneath (`passwords` to `keys`).

pub mod caller;
pub mod roles;
pub mod standing;
pub mod store;

pub mod api;
pub mod credentials;
pub mod login;
pub mod me;
pub mod refresh;
pub mod sessions;
pub mod site;

pub mod keys;
pub mod passwords;
pub mod secrets;
pub mod throttle;
pub mod tokens;

use std::path::Path;

use crate::auth::passwords::Passwords;
use crate::auth::secrets::SuccessorKey;
use crate::auth::site::Site;
use crate::auth::standing::Remembered;
use crate::auth::throttle::Throttle;
use crate::auth::tokens::AccessTokens;
use crate::platform::problem::Problem;

/// What signing in needs beside the database; one for all threads of a server.
pub struct Auth {
    pub site: Site,
    pub passwords: Passwords,
    pub access: AccessTokens,
    pub successors: SuccessorKey,
    pub throttle: Throttle,
    pub remembered: Remembered,
}

impl Auth {
    /// Reads the keys in the folder of the data, and makes those that are not there yet.
    pub fn open(data: &Path, public_url: &str, rate_limit: bool) -> Result<Self, Problem> {
        let keys = data.join("keys");
        let signing = keys::load_or_create_ed25519(&keys.join("access-token.pem")).map_err(Problem::internal)?;
        let successors = keys::load_or_create(&keys.join("refresh-token.key")).map_err(Problem::internal)?;
        Ok(Self {
            site: Site::new(public_url),
            passwords: Passwords::new()?,
            access: AccessTokens::new(&signing, public_url)?,
            successors: SuccessorKey::new(&successors)?,
            throttle: Throttle::new(rate_limit),
            remembered: Remembered::default(),
        })
    }
}

//! What somebody is in an institution, remembered for a second.
//!
//! A second is short enough for a disabled account or a changed role to be felt on every server, and long enough
//! to spare the database a look for each of a burst of requests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::TimeDelta;
use chrono_tz::Tz;

use crate::auth::caller::{Caller, Scope};
use crate::auth::roles::Role;
use crate::auth::sessions::Session;
use crate::auth::store::UserId;
use crate::platform::clock::Instant;
use crate::platform::id::InstitutionId;

/// A user as a member of an institution.
#[derive(Clone, Debug)]
pub struct Standing {
    pub user: UserId,
    pub institution: InstitutionId,
    pub role: Role,
    pub scope: Scope,
    pub epoch: i32,
    pub disabled: bool,
    pub time_zone: Tz,
    pub lead_days: i32,
}

impl Standing {
    /// Is a credential that was made in this epoch still good?
    pub fn honours(&self, epoch: i32) -> bool {
        !self.disabled && self.epoch == epoch
    }
    pub fn caller(&self, now: Instant, request_id: String) -> Caller {
        Caller {
            institution: self.institution.clone(),
            user: Some(self.user.untyped()),
            role: self.role,
            scope: self.scope.clone(),
            now,
            today: now.day_in(self.time_zone),
            lead_days: self.lead_days,
            request_id,
        }
    }
}

/// What a credential names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    Membership(UserId, InstitutionId),
    /// By the hash of the cookie's secret.
    Session(String),
}

/// What was found under the name.
#[derive(Clone, Debug)]
pub struct Known {
    pub standing: Arc<Standing>,
    /// Present under the name of a session.
    pub session: Option<Session>,
}

#[derive(Default)]
pub struct Remembered(Mutex<HashMap<Name, (Instant, Known)>>);

const LONGEST: TimeDelta = TimeDelta::seconds(1);
const MOST: usize = 10_000;

impl Remembered {
    pub fn get(&self, name: &Name, now: Instant) -> Option<Known> {
        self.lock().get(name).filter(|it| fresh(it.0, now)).map(|it| it.1.clone())
    }
    /// `now` is from before the database was asked.
    pub fn put(&self, name: Name, now: Instant, known: Known) {
        let mut all = self.lock();
        if MOST <= all.len() {
            all.retain(|_, it| fresh(it.0, now));
        }
        if all.len() < MOST {
            all.insert(name, (now, known));
        }
    }
    pub fn forget(&self, name: &Name) {
        self.lock().remove(name);
    }
    pub fn forget_user(&self, user: &UserId) {
        self.lock().retain(|_, it| it.1.standing.user != *user);
    }
    fn lock(&self) -> MutexGuard<'_, HashMap<Name, (Instant, Known)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Also not after a clock was set back.
fn fresh(since: Instant, now: Instant) -> bool {
    (TimeDelta::zero()..LONGEST).contains(&now.since(since))
}

//! Guessing passwords is slow: failures of signing in are counted in buckets that refill with time.
//!
//! A bucket for an account and an address together, so that nobody can lock another out, and one for the address
//! alone, so that it cannot try many accounts. In memory, of each server: a restart forgives.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;

use crate::platform::clock::Instant;
use crate::platform::problem::{Code, Problem};

/// Failures that are allowed in the time a bucket takes to refill.
const OF_PAIR: f64 = 10.0;
const OF_ADDRESS: f64 = 100.0;
const REFILL: TimeDelta = TimeDelta::minutes(15);
/// Buckets of either kind; beyond it the older half is forgotten.
const MOST: usize = 50_000;

pub struct Throttle {
    on: bool,
    buckets: Mutex<Buckets>,
}

#[derive(Default)]
struct Buckets {
    pairs: HashMap<(String, IpAddr), Bucket>,
    addresses: HashMap<IpAddr, Bucket>,
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

/// One try to sign in.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub account: String,
    pub address: IpAddr,
    pub now: Instant,
}

impl Throttle {
    pub fn new(on: bool) -> Self {
        Self { on, buckets: Mutex::default() }
    }

    /// May this be tried at all? Asked before the costly part.
    pub fn check(&self, attempt: &Attempt) -> Result<(), Problem> {
        if self.on { self.buckets().check(attempt) } else { Ok(()) }
    }

    /// The outcome. Of tries that ran at the same time only as many learn theirs as failures are allowed.
    pub fn settle(&self, attempt: &Attempt, succeeded: bool) -> Result<(), Problem> {
        if !self.on {
            return Ok(());
        }
        let mut buckets = self.buckets();
        buckets.check(attempt)?;
        if !succeeded {
            buckets.count(attempt);
        }
        Ok(())
    }

    fn buckets(&self) -> std::sync::MutexGuard<'_, Buckets> {
        self.buckets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Buckets {
    fn check(&self, attempt: &Attempt) -> Result<(), Problem> {
        let network = network(attempt.address);
        let pair = self.pairs.get(&(attempt.account.clone(), network)).map(|it| it.wait(OF_PAIR, attempt.now));
        let address = self.addresses.get(&network).map(|it| it.wait(OF_ADDRESS, attempt.now));
        match pair.max(address) {
            Some(seconds) if 0 < seconds => Err(Problem::new(Code::RateLimited).with("retry_after", seconds)),
            _ => Ok(()),
        }
    }
    fn count(&mut self, attempt: &Attempt) {
        let network = network(attempt.address);
        take(&mut self.pairs, (attempt.account.clone(), network), OF_PAIR, attempt.now);
        take(&mut self.addresses, network, OF_ADDRESS, attempt.now);
    }
}

impl Bucket {
    fn refilled(self, full: f64, now: Instant) -> f64 {
        let passed = now.since(self.at).num_milliseconds().max(0) as f64;
        (self.left + full * passed / REFILL.num_milliseconds() as f64).min(full)
    }
    /// Seconds until the next try.
    fn wait(self, full: f64, now: Instant) -> i64 {
        let missing = 1.0 - self.refilled(full, now);
        (missing / full * REFILL.num_seconds() as f64).ceil() as i64
    }
}

fn take<K: Eq + Hash>(buckets: &mut HashMap<K, Bucket>, key: K, full: f64, now: Instant) {
    if MOST <= buckets.len() {
        buckets.retain(|_, it| it.refilled(full, now) < full);
        forget_older_half(buckets);
    }
    let bucket = buckets.entry(key).or_insert(Bucket { left: full, at: now });
    *bucket = Bucket { left: (bucket.refilled(full, now) - 1.0).max(0.0), at: now };
}

fn forget_older_half<K: Eq + Hash>(buckets: &mut HashMap<K, Bucket>) {
    let mut times: Vec<Instant> = buckets.values().map(|it| it.at).collect();
    if times.len() < MOST / 2 {
        return;
    }
    let middle = *times.select_nth_unstable(MOST / 2 - 1).1;
    buckets.retain(|_, it| middle < it.at);
}

/// A household has a whole /64 of IPv6 addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from(u128::from(address) >> 64 << 64).into(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::{Attempt, MOST, Throttle};
    use crate::platform::clock::Instant;

    fn attempt(account: &str, address: &str, second: i64) -> Attempt {
        let start = Instant::parse("2026-11-22T08:00:00Z").unwrap();
        Attempt { account: account.to_owned(), address: address.parse().unwrap(), now: start.plus(TimeDelta::seconds(second)) }
    }

    #[test]
    fn ten_failures_of_an_account_from_an_address_are_enough_for_a_while() {
        let throttle = Throttle::new(true);
        for _ in 0..10 {
            throttle.settle(&attempt("a", "10.0.0.1", 0), false).unwrap();
        }
        assert!(throttle.check(&attempt("a", "10.0.0.1", 0)).is_err());
        assert!(throttle.settle(&attempt("a", "10.0.0.1", 0), true).is_err(), "even the right password");
        assert!(throttle.check(&attempt("a", "10.0.0.2", 0)).is_ok(), "the account from elsewhere");
        assert!(throttle.check(&attempt("b", "10.0.0.1", 0)).is_ok(), "another account from there");
        assert!(throttle.check(&attempt("a", "10.0.0.1", 89)).is_err());
        assert!(throttle.check(&attempt("a", "10.0.0.1", 91)).is_ok());
    }

    #[test]
    fn an_address_cannot_try_many_accounts() {
        let throttle = Throttle::new(true);
        for number in 0..100 {
            throttle.settle(&attempt(&number.to_string(), &format!("2001:db8::{number}"), 0), false).unwrap();
        }
        assert!(throttle.check(&attempt("new", "2001:db8::ffff", 0)).is_err());
        assert!(throttle.check(&attempt("new", "2001:db8:0:1::1", 0)).is_ok());
    }

    #[test]
    fn memory_is_bounded() {
        let throttle = Throttle::new(true);
        for number in 0..u32::try_from(MOST).unwrap() + 10 {
            let address = std::net::Ipv4Addr::from(number).to_string();
            throttle.settle(&attempt("a", &address, i64::from(number / 1000)), false).unwrap();
        }
        assert!(throttle.buckets().pairs.len() <= MOST);
    }
}

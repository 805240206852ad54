//! Institutions: the universities and institutes whose cooperation offices keep their records here, and the units
//! they consist of.
//!
//! An institution is the tenant: its id is the `institution_id` of every row it owns, and a caller sees no other.
//! It is made by `hamkor create-admin` and the demo loader, never over HTTP; its slug stays as it was made.
//! Its units form a tree (`units`); a coordinator's right is a unit and all below it.

pub mod api;
pub mod model;
pub mod store;
pub mod time_zone;
pub mod units;

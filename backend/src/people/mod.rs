//! People: students, staff and others that exchanges, trips, agreements and projects are about.
//!
//! A person has the name in their own script and the one in the passport. Coordinators see the people of their
//! units, members themselves. What identifies a person (birth date, sex as in the passport, national number,
//! documents) is an [`identity`] of its own with a right of its own: no list, search, expansion or history shows it.

pub mod api;
pub mod identity;
pub mod model;
pub mod store;

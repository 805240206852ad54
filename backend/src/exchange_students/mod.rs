//! Exchange students: credit mobility, out to a partner and in from one.
//!
//! The partner is the other institution: the host of who goes out, the home of who comes in. The status is moved by
//! transitions only; a stay that is past or under way when it is registered is created with the status it has.
//! Arriving and completing set the real dates, which the planned ones do not bind: students come early and stay on.

pub mod api;
pub mod model;
pub mod rules;
pub mod status;
pub mod store;

//! What an institution shows to everybody: its profile, with figures computed from the records.
//!
//! Each figure stands beside the query of the API that lists the records behind it, so that nobody has to believe it.

pub mod api;
pub mod figures;
pub mod lists;
pub mod page;
pub mod profile;

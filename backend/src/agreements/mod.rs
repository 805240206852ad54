//! Agreements: instruments that bind, of several kinds. Their rules are those of `instruments`.

pub mod api;
pub mod model;

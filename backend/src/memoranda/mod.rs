//! Memoranda: instruments that state intent. Their rules are those of `instruments`.

pub mod api;
pub mod model;

//! What is due: the home page of an office is this list.
//!
//! Nothing lapses silently: instruments that end soon or have lapsed without a successor, notice that must be given
//! before a term prolongs itself, work stages where nothing has moved for a month, projects that end, and students
//! who wait for a nomination or an acceptance. Derived from the records for the day, never stored.

pub mod api;
mod instruments;
mod model;
mod others;

//! Grant projects: from an idea to its closing, who takes part, and what it is worth.
//!
//! The status is moved by transitions only; a project that is under way when it is registered is created with the
//! status it has. Whether a project *runs* on a day is derived from its status and dates (`running`), never stored.
//! Each sum keeps its own currency; totals are by currency, and nothing is converted.

pub mod api;
pub mod model;
pub mod rules;
pub mod running;
pub mod status;
pub mod store;
pub mod totals;

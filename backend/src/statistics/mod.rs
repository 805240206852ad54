//! Figures of the whole for those who work with them: by status, stage, year, country. Each is computed from the
//! records that the caller reaches, on the day asked for.

pub mod api;
mod model;

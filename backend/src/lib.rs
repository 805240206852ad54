//! Hamkor: the system of record of a university's international cooperation office.
//!
//! The modules in reading order: the platform, who is calling, what every record has, then the business.

#![recursion_limit = "512"]

pub mod schema;

pub mod platform;

pub mod auth;
pub mod record;

pub mod code_lists;

pub mod institutions;
pub mod people;
pub mod users;

pub mod partners;

pub mod agreements;
pub mod instruments;
pub mod memoranda;

pub mod exchange_students;

pub mod funding_programmes;
pub mod grant_projects;

pub mod deadlines;
pub mod statistics;

pub mod public;

pub mod demo;

pub mod app;
pub mod commands;
pub mod config;

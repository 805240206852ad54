//! The service as its clients see it: over HTTP, on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

mod auth;
mod demo;
mod exchange_students;
mod funding_programmes;
mod grant_projects;
mod institutions;
mod outage;
mod people;
mod person_identity;
mod units;

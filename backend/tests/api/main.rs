//! The service as its clients see it: over HTTP, on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![recursion_limit = "256"]

mod support;

mod auth;
mod bad_input;
mod deadlines;
mod demo;
mod exchange_students;
mod exports;
mod fixtures;
mod funding_programmes;
mod grant_projects;
mod institutions;
mod instruments;
mod journal;
mod lists;
mod mass_assignment;
mod migrations;
mod openapi;
mod operations;
mod outage;
mod partners;
mod people;
mod permissions;
mod person_identity;
mod records;
mod site;
mod tenancy;
mod units;
mod users;

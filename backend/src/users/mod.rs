//! Users of an institution: who has an account, in which role, and where their right begins.
//!
//! A person has one account, however many institutions they work for; what is listed here is what they are in this
//! one. An admin enters somebody by name and e-mail address and hands them the link of an invitation, with which they
//! choose a password. Archiving somebody shuts them out within a second; their account and other institutions stay.

pub mod api;
pub mod invitation;
pub mod model;
pub mod store;

//! What any product of this kind needs; nothing here knows a word of cooperation work.
//!
//! Reading order: values (`id` to `money`), the wire (`problem` to `patch`), storage (`db` to `journal`).

pub mod clock;
pub mod collation;
pub mod fold;
pub mod id;
pub mod json;
pub mod language;
pub mod money;
pub mod names;
pub mod period;
pub mod text;
pub mod word;

pub mod body;
pub mod docs;
pub mod etag;
pub mod filter;
pub mod health;
pub mod http;
pub mod openapi;
pub mod page;
pub mod problem;
pub mod site;

pub mod db;
pub mod idempotency;
pub mod journal;

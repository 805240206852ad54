//! Partners: universities, institutes, companies, foundations, missions and others an office works with.
//!
//! A partner is a prospect, then active or dormant, and may be closed on a day. Its names are kept in several
//! languages, together with the names it had before. A new partner that looks like one already there (script,
//! case, apostrophes and word order folded) is warned of in the answer, never merged silently.

pub mod api;
pub mod model;
pub mod store;

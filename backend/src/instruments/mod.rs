//! What agreements and memoranda share: a memorandum states intent, an agreement binds, both are instruments.
//!
//! Two axes, never mixed. The *work stage* is moved by people: draft, review, negotiation, signing, signed, or
//! abandoned from any of the first four. The *legal status* is derived for a day from the dates (`term`), and never
//! stored. An automatic renewal prolongs the term by its period, again and again, unless notice was given in time.
//! A renewal by a new instrument is a successor; an amendment belongs to the instrument it amends.

pub mod fields;
pub mod model;
pub mod rules;
pub mod stage;
pub mod store;
pub mod term;

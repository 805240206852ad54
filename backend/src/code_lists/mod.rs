//! Code lists: countries, languages, currencies, fields of study, levels, with labels in five languages.
//!
//! The lists are the same for everybody and part of the program. Other slices use the types of [`codes`], which
//! hold only codes of these lists.

pub mod api;
pub mod codes;
pub mod data;

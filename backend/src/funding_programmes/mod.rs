//! Funding programmes: what pays for projects and mobility, and who stands behind it.
//!
//! Erasmus+ CBHE and ICM, Jean Monnet, World Bank loans, UNESCO, El-Yurt Umidi: each has a funder and gives a
//! grant, a scholarship, mobility or a loan. Projects and exchange students name the programme that pays for them.

pub mod api;
pub mod model;
pub mod store;

//! Reports against each other: pairs and more of them as data, laws for any order and company of reports.

#[path = "../common/mod.rs"]
mod common;
mod laws;
mod pairs;
mod workspace;

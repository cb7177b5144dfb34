//! Checking claims: whole runs as data, the examples of rules and of `explain`, dates, random claim bases against an oracle.

#[path = "../common/mod.rs"]
mod common;

mod cases;
mod edits;
mod edtf;
mod explain;
mod long_lists;
mod many_words;
mod patterns;
mod properties;
mod rules;
mod temporal;

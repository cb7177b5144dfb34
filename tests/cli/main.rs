//! The program as people run it: bad input of every kind, exit codes, streams and flags. Runs the real binary in folders
//! made for each test.

mod annotated;
mod apply;
mod bad_input;
#[path = "../common/mod.rs"]
mod common;
mod commands;
mod contract;
mod docs;
mod drafts;
mod faults;
mod folder;
mod formats;
mod gate;
mod init;
mod languages;
mod planted;
mod reconcile;
mod probable;
mod relations;
mod repair;
mod repair_written;
mod report_limit;
mod spreadsheets;
mod told;
mod words;
mod written;

//! The program as people run it: bad input of every kind, exit codes, streams and flags. Runs the real binary in folders
//! made for each test.

#[path = "cli/annotated.rs"]
mod annotated;
#[path = "cli/bad_input.rs"]
mod bad_input;
#[path = "cli/contract.rs"]
mod contract;
#[path = "cli/drafts.rs"]
mod drafts;
#[path = "cli/folder.rs"]
mod folder;
#[path = "cli/formats.rs"]
mod formats;

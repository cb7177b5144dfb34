//! Reads drafts: markup to blocks of text, sentences, mentions of known entities, and the assertions that they make.
//!
//! Says what a sentence asserts, never whether that is so: verdicts are given in `verdict`.

mod glue;
pub mod hash;
mod phrase;
pub mod sum;
pub mod token;
pub mod when;

//! Reads drafts: markup to blocks of text, sentences, mentions of known entities, and the assertions that they make.
//!
//! Says what a sentence asserts, never whether that is so: verdicts are given in `verdict`.

pub mod hash;
pub mod mention;
pub mod pattern;
pub mod sum;
pub mod token;
pub mod assertion;
pub mod clause;
pub mod cue;
pub mod modality;
pub mod polarity;
pub mod records;
pub mod role;
pub mod sentence_view;
pub mod tense;
pub mod when;

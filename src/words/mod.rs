//! The messages of the program, in a language: sentences made from facts. The only place where findings, verdicts,
//! records and pages get their words; nothing takes those words apart again.
//!
//! Each language is one file of messages in `messages/`, in the syntax of Project Fluent (<https://projectfluent.org>), which
//! translators write: the message of a fact, with its `.label` for the place and its `.help` for what to do; month names and
//! how dates are written; headings and buttons of pages. Which language is spoken is decided by [`Choice`].

mod accept;
mod calendar;
mod forms;
mod language;
mod pattern;
mod tense;
mod wording;

pub use accept::accepting_comment;
pub use language::{SpokenLanguage, default_language, language, languages};
pub use wording::{Choice, Worded, Wording, Words};

#[cfg(test)]
mod tests;

//! How drafts were read: for people and as JSON. Layout only; what a sentence says and what the graph says of it was
//! decided before.

mod json;
mod text;

use std::io::{self, Write};

pub use json::SCHEMA;

use super::Style;
use crate::model::{Base, Reading};
use crate::text::Files;
use crate::time::Day;

/// A format of readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Sentence by sentence, for people.
    Text,
    /// One JSON object, described by the published schema.
    Json,
}

impl Format {
    /// All formats with the word that chooses each.
    pub const ALL: [(&'static str, Self); 2] = [("text", Self::Text), ("json", Self::Json)];

    /// The format with this name; `full` is the one for people.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = if word == "full" { "text" } else { word };
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, format)| *format)
    }
}

/// The days by which drafts were judged.
#[derive(Clone, Copy)]
pub struct Days<'a> {
    /// The day of the run.
    pub as_of: Day,
    /// Only what was published by then counted.
    pub known_by: Option<Day>,
    /// The day of each draft.
    pub of: &'a dyn Fn(&Reading) -> Day,
}

/// Writes readings in a format.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(
    format: Format,
    readings: &[Reading],
    days: Days<'_>,
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::render(readings, days, base, files, style, out),
        Format::Json => json::render(readings, days, base, files, out),
    }
}

//! How drafts were read: for people and as JSON. Layout only; what a sentence says and what the graph says of it was
//! decided before.

mod json;
mod text;

use std::io::{self, Write};

pub use json::SCHEMA;

use super::Style;
use crate::model::{Base, Reading};
use crate::text::Files;

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

/// Writes readings in a format.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(
    format: Format,
    readings: &[Reading],
    base: &Base,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::render(readings, base, files, style, out),
        Format::Json => json::render(readings, base, files, out),
    }
}

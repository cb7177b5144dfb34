//! How drafts were read: for people and as JSON. Layout only; what a sentence says and what the graph says of it was
//! decided before.

mod json;
mod text;
mod assertion;

use std::io::{self, Write};

use rayon::prelude::*;

pub(super) use assertion::{because, how, said};
pub use json::SCHEMA;

use super::Style;
use crate::model::{Reading, Unseen};
use crate::text::Files;
use crate::time::Day;
use crate::words::Words;

/// A format of readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingFormat {
    /// Sentence by sentence, for people.
    Text,
    /// One JSON object, described by the published schema.
    Json,
}

impl ReadingFormat {
    /// All formats with the word that chooses each.
    pub const ALL: [(&'static str, Self); 2] = [("text", Self::Text), ("json", Self::Json)];

    /// The format with this name; `full` is the one for people.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = if word == "full" { "text" } else { word };
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, format)| *format)
    }
}

/// The days of a run.
#[derive(Debug, Clone, Copy)]
pub struct ReadingDays {
    /// The day of the run.
    pub as_of: Day,
    /// Only what was published by then counted.
    pub known_by: Option<Day>,
}

/// Readings that are written as they come: of many drafts only some are in memory.
pub struct Writer<'a> {
    format: ReadingFormat,
    days: ReadingDays,
    words: Words<'a>,
    style: Style,
    /// How many drafts were written.
    written: usize,
}

impl<'a> Writer<'a> {
    /// A writer of readings that were judged by `days`, worded by `words`.
    #[must_use]
    pub fn new(format: ReadingFormat, days: ReadingDays, words: Words<'a>, style: Style) -> Self {
        Self { format, days, words, style, written: 0 }
    }

    /// Writes what precedes all readings.
    ///
    /// # Errors
    ///
    /// Only what `out` reports.
    pub fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            ReadingFormat::Text => Ok(()),
            ReadingFormat::Json => json::begin(self.days, out),
        }
    }

    /// Writes some readings, put into words on all cores.
    ///
    /// # Errors
    ///
    /// Only what `out` reports.
    pub fn add(&mut self, readings: &[Reading], files: &Files, out: &mut dyn Write) -> io::Result<()> {
        let days = self.days;
        let (format, words, style) = (self.format, self.words, self.style);
        let written = |reading: &Reading| -> io::Result<Vec<u8>> {
            let mut out = Vec::new();
            let as_of = reading.as_of.unwrap_or(days.as_of);
            match format {
                ReadingFormat::Text => text::write(reading, as_of, words, files, style, &mut out)?,
                ReadingFormat::Json => json::write(reading, as_of, words, files, &mut out)?,
            }
            Ok(out)
        };
        let pages: Vec<io::Result<Vec<u8>>> = readings.par_iter().map(written).collect();
        for page in pages {
            if self.written > 0 {
                out.write_all(if format == ReadingFormat::Json { b"," } else { b"\n" })?;
            }
            out.write_all(&page?)?;
            self.written += 1;
        }
        Ok(())
    }

    /// Writes what follows all readings; `incomplete`, if something could not be read or used; `unseen`, what was not looked
    /// at.
    ///
    /// # Errors
    ///
    /// Only what `out` reports.
    pub fn finish(&self, incomplete: bool, unseen: &[Unseen], out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            ReadingFormat::Text => Ok(()),
            ReadingFormat::Json => json::finish(incomplete, unseen, out),
        }
    }
}

/// Writes readings that are all there in a format.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(
    format: ReadingFormat,
    readings: &[Reading],
    days: ReadingDays,
    words: Words<'_>,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = Writer::new(format, days, words, style);
    writer.begin(out)?;
    writer.add(readings, files, out)?;
    writer.finish(false, &[], out)
}

//! From a report to what is read: by people, by other programs. One file per format; this one holds the list.
//!
//! Decides layout only. What a finding says is settled where it is found, which findings there are by the engine, and
//! what they mean for the exit code by [`Report::outcome`]: no format can change any of it. Every [`Site`] that gets
//! here has been resolved to exact bytes; no field is looked up.
//!
//! [`Site`]: crate::model::Site

pub mod annotated;
mod batches;
mod concise;
mod elapsed;
mod excerpt;
mod found;
mod full;
mod json;
mod markdown;
pub mod outdated;
mod page;
mod passage;
mod plain;
pub mod reading;
mod sheet;
mod source;
mod summary;
mod ticks;
mod timeline;
mod web;

use std::io::{self, BufWriter, Write};

pub use elapsed::{distance_words, elapsed_words};
pub use json::SCHEMA;
pub use markdown::markdown;
pub use sheet::{Sheet, Tone};
pub use summary::{counts, incomplete, summary};
pub use timeline::{Scale, Stretch};

use crate::model::Report;
use crate::text::Files;

/// How to look, where a format has a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour.
    pub color: bool,
    /// How many columns there are; formats keep within bounds that can be read.
    pub width: usize,
    /// Whether lines may be drawn with more than ASCII. What files say is shown as it is either way.
    pub unicode: bool,
    /// Whether to leave out what is not a finding: hints and the summary.
    pub quiet: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 80, unicode: true, quiet: false }
    }
}

type Renderer = fn(&Report, &Files, Style, &mut dyn Write) -> io::Result<()>;

macro_rules! formats {
    ($($name:ident $word:literal $renderer:path, $summary:literal;)*) => {
        /// A format of output.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Format {
            $(#[doc = $summary] $name,)*
        }

        impl Format {
            /// All formats, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word that chooses it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What it is for, in one sentence.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$name => $summary,)* }
            }

            fn renderer(self) -> Renderer {
                match self { $(Self::$name => $renderer,)* }
            }
        }
    };
}

formats! {
    Full "full" full::render, "For people: each finding with the lines it is about, what to do, and a summary.";
    Concise "concise" concise::render, "One line for each finding: its place, severity, code and message.";
    Json "json" json::render, "One JSON object, described by the published schema.";
}

impl Format {
    /// The format with this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == word)
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// Writes `report` in `format`. Writing is buffered here, so `out` need not be.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(
    format: Format,
    report: &Report,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    format.renderer()(report, files, style, &mut out)?;
    out.flush()
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod full_tests;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.as_str()), Some(*format));
        }
        assert_eq!(Format::named("xml"), None);
    }

    #[test]
    fn what_cannot_be_written_is_an_error() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let (files, report) = examples::contradiction();
        for format in Format::ALL {
            let result = render(*format, &report, &files, Style::default(), &mut Closed);
            assert_eq!(result.map_err(|error| error.kind()), Err(io::ErrorKind::BrokenPipe), "{format}");
        }
    }
}

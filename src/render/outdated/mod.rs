//! What is outdated, laid out: as text for the terminal, as Markdown for an issue, as a page for the browser and the
//! printer, as CSV for a spreadsheet, as JSON for programs.
//!
//! What is outdated, why, and in which order is settled by the engine. First comes what has to be changed now, then what
//! needs attention, then what has ended and no draft says: folded in, and in text only counted unless it is asked for.

mod changes;
mod csv;
mod html;
mod json;
mod markdown;
mod text;
mod words;

use std::io::{self, BufWriter, Write};

use super::{Context, Style};
use crate::model::Outdated;
use words::Listing;

pub use json::SCHEMA;

/// A format of the list of what is outdated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutdatedFormat {
    /// For people at a terminal.
    Text,
    /// For an issue or a message.
    Markdown,
    /// For a browser and for paper: one file that needs no network.
    Html,
    /// For a spreadsheet: one row an entry.
    Csv,
    /// For programs; described by the published schema.
    Json,
}

impl OutdatedFormat {
    /// All with the word that chooses them.
    pub const ALL: [(&'static str, Self); 5] = [
        ("text", Self::Text),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("csv", Self::Csv),
        ("json", Self::Json),
    ];

    /// The format with this name. The formats of `check` that are for people mean text here, so that one setting
    /// of the environment serves all commands.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = if matches!(word, "full" | "concise" | "grouped") { "text" } else { word };
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, format)| *format)
    }
}

/// Writes `outdated` in `format`. Writing is buffered here, so `out` need not be. Text lists what has ended and no draft says
/// only if `ended`.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(
    format: OutdatedFormat,
    outdated: &Outdated,
    context: &Context<'_>,
    ended: bool,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let listing = Listing::new(outdated, context);
    match format {
        OutdatedFormat::Text => out.write_all(text::text(&listing, ended, style).as_bytes())?,
        OutdatedFormat::Markdown => out.write_all(markdown::markdown(&listing).as_bytes())?,
        OutdatedFormat::Html => html::render(&listing, &mut out)?,
        OutdatedFormat::Csv => csv::render(&listing, &mut out)?,
        OutdatedFormat::Json => json::render(&listing, &mut out)?,
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_have_names() {
        for (word, format) in OutdatedFormat::ALL {
            assert_eq!(OutdatedFormat::named(word), Some(format));
        }
        assert_eq!(OutdatedFormat::named("full"), Some(OutdatedFormat::Text));
        assert_eq!(OutdatedFormat::named("sarif"), None);
    }
}

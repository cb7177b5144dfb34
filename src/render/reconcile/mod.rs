//! Reports against each other, laid out: as text for the terminal, one line a point, as Markdown, as JSON for programs, as a
//! page for the browser and the printer.
//!
//! What the points are, and how reports stand to each other on them, is settled by the engine.

mod claims;
mod concise;
mod html;
mod json;
mod markdown;
mod text;
mod words;

use std::io::{self, BufWriter, Write};

use super::{Context, Style};
use crate::model::Reconciled;
use words::Telling;

pub use claims::file as claims_file;
pub use json::SCHEMA;

/// A format of reconciled reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReconcileFormat {
    /// For people at a terminal.
    Full,
    /// One line for each point.
    Concise,
    /// For an issue or a message.
    Markdown,
    /// For a browser and for paper: one file that needs no network.
    Html,
    /// For programs; described by the published schema.
    Json,
}

impl ReconcileFormat {
    /// All with the word that chooses them.
    pub const ALL: [(&'static str, Self); 5] = [
        ("full", Self::Full),
        ("concise", Self::Concise),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("json", Self::Json),
    ];

    /// The format with this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = if matches!(word, "text" | "grouped") { "full" } else { word };
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, format)| *format)
    }
}

/// Writes `reconciled` in `format`. Writing is buffered here, so `out` need not be.
///
/// # Errors
///
/// Only what `out` reports.
pub fn render(
    format: ReconcileFormat,
    reconciled: &Reconciled,
    context: &Context<'_>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let telling = Telling::new(reconciled, context);
    match format {
        ReconcileFormat::Full => out.write_all(text::text(&telling, style).as_bytes())?,
        ReconcileFormat::Concise => out.write_all(concise::concise(&telling).as_bytes())?,
        ReconcileFormat::Markdown => out.write_all(markdown::markdown(&telling).as_bytes())?,
        ReconcileFormat::Html => html::render(&telling, &mut out)?,
        ReconcileFormat::Json => json::render(&telling, &mut out)?,
    }
    out.flush()
}

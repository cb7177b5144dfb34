//! From a report to what is read: by people, by other programs. One file per format; this one holds the list.
//!
//! Decides layout only. What a finding says is settled where it is found, which findings there are by the engine, and
//! what they mean for the exit code by [`Report::outcome`]: no format can change any of it. Every [`Site`] that gets
//! here has been resolved to exact bytes; no field is looked up.
//!
//! [`Site`]: crate::model::Site

pub mod annotated;
mod batches;
mod checkstyle;
mod concise;
mod details;
mod diff;
mod escape;
mod excerpt;
mod fact;
mod found;
mod full;
mod github;
mod gitlab;
mod grouped;
mod json;
pub(crate) mod object;
mod json_lines;
mod junit;
mod markdown;
mod markdown_list;
mod order;
pub mod outdated;
mod page;
mod passage;
mod plain;
mod rdjson;
pub mod reading;
pub mod repair;
pub mod reconcile;
mod sarif;
mod sheet;
mod source;
mod summary;
mod ticks;
mod timeline;
pub mod unread_words;
mod unseen;
mod web;
mod written;

use std::io::{self, BufWriter, Write};

pub use diff::unified as unified_diff;
pub use json::SCHEMA;
pub use markdown::markdown;
pub use markdown_list::within as markdown_within;
pub use plain::one_line as printable;
pub use sheet::{Sheet, Tone};
pub use timeline::{Scale, Stretch};
pub use unseen::sentence as unseen_sentence;

use crate::model::{Finding, Report};
use crate::text::Files;
use crate::words::{Worded, Words, accepting_comment};

/// The style, for formats that have one.
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
    /// Whether to show all records and what to write to accept a finding.
    pub verbose: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 80, unicode: true, quiet: false, verbose: false }
    }
}

/// What rendering needs besides the report.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The files that its places are in.
    pub files: &'a Files,
    /// What makes words of facts.
    pub words: Words<'a>,
    /// The style; [`render`] sets it.
    pub style: Style,
}

impl Context<'_> {
    /// What is wrong, alone.
    #[must_use]
    pub fn message(&self, finding: &Finding) -> String {
        self.words.for_draft(finding.language.as_deref()).headline(finding)
    }

    /// A finding in words, without the comment that accepts it.
    #[must_use]
    pub fn worded_briefly(&self, finding: &Finding) -> Worded {
        self.words.of(finding)
    }

    /// A finding in words, with the comment that accepts it after the help.
    #[must_use]
    pub fn worded(&self, finding: &Finding) -> Worded {
        let mut worded = self.words.of(finding);
        let path = self.files.get(finding.site.place.file).path();
        if let Some((comment, whole)) = accepting_comment(finding, path) {
            let key = if whole { "accept-draft" } else { "accept-paragraph" };
            let wording = self.words.for_draft(finding.language.as_deref());
            // On a line of its own, so that it can be taken as it is.
            let accept = format!("{}\n{comment}", wording.phrase(key, &[]));
            worded.help = Some(match worded.help {
                Some(help) => format!("{help}\n{accept}"),
                None => accept,
            });
        }
        worded
    }
}

type Renderer = fn(&Report, &Context<'_>, &mut dyn Write) -> io::Result<()>;

macro_rules! formats {
    ($($name:ident $word:literal $renderer:path, $summary:literal;)*) => {
        /// A format of output.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum OutputFormat {
            $(#[doc = $summary] $name,)*
        }

        impl OutputFormat {
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
    Grouped "grouped" grouped::render, "For people: the findings file by file, without the lines they are about.";
    Markdown "markdown" markdown_list::render, "For people: a list for a page, a comment or a summary, the worst first.";
    Json "json" json::render, "One JSON object, described by the published schema.";
    JsonLines "json-lines" json_lines::render, "One JSON object for each finding, each on a line of its own.";
    Sarif "sarif" sarif::render, "SARIF 2.1.0, for code scanning on GitHub and for editors, with the way to the evidence.";
    Github "github" github::render, "Annotations of a GitHub workflow, and all of it in the summary of the step.";
    Gitlab "gitlab" gitlab::render, "A Code Quality report for GitLab.";
    Rdjson "rdjson" rdjson::render, "For reviewdog, which comments on changes.";
    Junit "junit" junit::render, "JUnit XML, for whatever shows results of tests: each finding is a test that fails.";
    Checkstyle "checkstyle" checkstyle::render, "Checkstyle XML, which many servers and editors read.";
}

impl OutputFormat {
    /// Whether it shows the way from each finding back to the evidence, which has to be in the report then.
    #[must_use]
    pub fn shows_trails(self) -> bool {
        matches!(self, Self::Sarif)
    }

    /// The format with this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == word)
    }
}

impl std::fmt::Display for OutputFormat {
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
    format: OutputFormat,
    report: &Report,
    context: &Context<'_>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    // Formats need line numbers on all cores at once; without this, one would build the index while the others wait.
    for of_file in report.findings.chunk_by(|one, two| one.site.place.file == two.site.place.file) {
        context.files.get(of_file[0].site.place.file).index_lines();
    }
    let mut out = BufWriter::with_capacity(1 << 16, out);
    format.renderer()(report, &Context { style, ..*context }, &mut out)?;
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
        for format in OutputFormat::ALL {
            assert_eq!(OutputFormat::named(format.as_str()), Some(*format));
        }
        assert_eq!(OutputFormat::named("xml"), None);
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
        for format in OutputFormat::ALL {
            let result = render(*format, &report, &examples::context(&files), Style::default(), &mut Closed);
            assert_eq!(result.map_err(|error| error.kind()), Err(io::ErrorKind::BrokenPipe), "{format}");
        }
    }
}

//! One finding in a few lines: what is wrong, the words that it is about, and what to do. Findings about one sentence share
//! one excerpt.

use std::io::{self, Write};
use std::ops::Range;

use super::{FullLayout, heading};
use crate::model::{Finding, Severity};
use crate::render::{Context, passage, plain};
use crate::text::{Place, Span};

/// Places that are named after a finding about claims, each on a line.
const RELATED: usize = 2;

/// Whether a finding is about the same sentence as the one before it.
pub(super) fn shares_excerpt(findings: &[Finding], at: usize) -> bool {
    let sentence = |at: usize| findings[at].sentence.map(|span| (findings[at].site.place.file, span));
    at > 0 && sentence(at).is_some() && sentence(at) == sentence(at - 1)
}

impl FullLayout {
    /// Writes the finding at `at`. A blank line follows where the next one is not about the same sentence.
    pub(super) fn write_short(
        &self,
        out: &mut dyn Write,
        findings: &[Finding],
        at: usize,
        context: &Context<'_>,
    ) -> io::Result<()> {
        let finding = &findings[at];
        let severity = Some(finding.severity);
        let wording = context.words.for_draft(finding.language.as_deref());
        let worded = context.worded_briefly(finding);
        let (kind, message) = heading(finding, &worded, self.width, context);
        writeln!(out, "{}{message}", self.painted(severity, kind))?;
        let is_prose = finding.sentence.is_some();
        if !shares_excerpt(findings, at) {
            let alike = (at + 1..findings.len()).take_while(|next| shares_excerpt(findings, *next)).count();
            let spans = joined(findings[at..=at + alike].iter().map(|one| one.site.place.span).collect());
            let label = if is_prose { "" } else { worded.label.as_str() };
            self.passage(out, finding.site.place, &spans, label, severity, context)?;
        }
        if is_prose {
            self.write_places(out, finding, context, &wording.phrase("see", &[]))?;
        } else {
            for (related, message) in finding.related.iter().zip(&worded.related).take(RELATED) {
                let place = place(related.site.place, context);
                self.footer(out, &wording.phrase("see", &[]), &format!("{message}, {place}"))?;
            }
        }
        if let Some(help) = &worded.help {
            self.footer(out, &wording.phrase("help", &[]), &plain::log_lines(help))?;
        }
        if at + 1 >= findings.len() || !shares_excerpt(findings, at + 1) {
            writeln!(out)?;
        }
        Ok(())
    }

    /// Where else to look, on one line.
    fn write_places(
        &self,
        out: &mut dyn Write,
        finding: &Finding,
        context: &Context<'_>,
        name: &str,
    ) -> io::Result<()> {
        let mut places: Vec<String> = Vec::new();
        for related in &finding.related {
            let place = place(related.site.place, context);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if places.is_empty() { Ok(()) } else { self.footer(out, name, &places.join(", ")) }
    }

    /// The words at some places of one sentence, underlined, and what is said about them.
    pub(super) fn passage(
        &self,
        out: &mut dyn Write,
        place: Place,
        spans: &[Span],
        label: &str,
        severity: Option<Severity>,
        context: &Context<'_>,
    ) -> io::Result<()> {
        let file = context.files.get(place.file);
        let (start, end) = context.files.positions(place);
        let gutter = end.line.to_string().len().max(2);
        let width = self.width.saturating_sub(gutter + 4);
        let rows = passage::rows(file, spans, width, self.ellipsis);
        let signs = &self.theme.characters;
        let path = plain::one_line(file.path());
        writeln!(out, "{:gutter$} {}{}[{path}:{}:{}]", "", signs.ltop, signs.hbar, start.line, start.column)?;
        // Where nothing can be underlined, such as the end of a file, the words are below the last row.
        let last = rows.iter().rposition(|row| !row.marks.is_empty()).or(rows.len().checked_sub(1));
        for (at, row) in rows.iter().enumerate() {
            let number = row.number.map_or_else(String::new, |number| number.to_string());
            writeln!(out, "{number:>gutter$} {} {}", signs.vbar, row.text)?;
            if !row.marks.is_empty() {
                let line = self.painted(severity, underline(&row.marks, signs.underline));
                writeln!(out, "{:gutter$} {} {line}", "", signs.vbar_break)?;
            }
            if Some(at) == last && !label.is_empty() {
                let start = row.marks.first().map_or(0, |(_, first)| first.start);
                self.write_label(out, (gutter, width, start), label, severity)?;
            }
        }
        if rows.is_empty() && !label.is_empty() {
            self.write_label(out, (gutter, width, 0), label, severity)?;
        }
        writeln!(out, "{:gutter$} {}{}", "", signs.lbot, signs.hbar.to_string().repeat(4))
    }

    fn write_label(
        &self,
        out: &mut dyn Write,
        (gutter, width, start): (usize, usize, usize),
        label: &str,
        severity: Option<Severity>,
    ) -> io::Result<()> {
        let signs = &self.theme.characters;
        let indent = start.min(width.saturating_sub(label.chars().count().min(width / 2) + 4));
        for (row, line) in plain::wrapped(label, width.saturating_sub(indent + 4)).lines().enumerate() {
            let lead = match row {
                0 => format!("{}{}{} ", signs.lbot, signs.hbar, signs.hbar),
                _ => "    ".to_owned(),
            };
            let said = self.painted(severity, format!("{lead}{line}"));
            writeln!(out, "{:gutter$} {} {:indent$}{said}", "", signs.vbar_break, "")?;
        }
        Ok(())
    }

    /// `  help: …`, its further lines below its first word.
    pub(super) fn footer(&self, out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
        let indent = name.chars().count() + 4;
        let styled = self.painted(None, format!("  {name}: "));
        let wrapped: Vec<String> = text
            .lines()
            .map(|line| plain::wrapped(&plain::one_line(line), self.width.saturating_sub(indent)))
            .collect();
        for (at, line) in wrapped.iter().flat_map(|text| text.lines()).enumerate() {
            if at == 0 { writeln!(out, "{styled}{line}")? } else { writeln!(out, "{:indent$}{line}", "")? }
        }
        Ok(())
    }

    /// Text in the colour of a severity, or of secondary text.
    pub(super) fn painted(&self, severity: Option<Severity>, text: impl std::fmt::Display) -> String {
        let styles = &self.theme.styles;
        let style = match severity {
            Some(Severity::Error) => styles.error,
            Some(Severity::Warning) => styles.warning,
            Some(Severity::Note) => styles.advice,
            None => styles.help,
        };
        style.style(text).to_string()
    }
}

/// A line below what is marked.
fn underline(marks: &[(usize, Range<usize>)], sign: char) -> String {
    let mut line = String::new();
    for (_, mark) in marks {
        let gap = mark.start.saturating_sub(line.chars().count());
        line.extend(std::iter::repeat_n(' ', gap));
        line.extend(std::iter::repeat_n(sign, mark.len()));
    }
    line
}

/// Spans in order, with overlapping ones merged.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|later, earlier| {
        let overlaps = later.start <= earlier.end;
        if overlaps {
            earlier.end = earlier.end.max(later.end);
        }
        overlaps
    });
    spans
}

/// `path:line`.
fn place(place: Place, context: &Context<'_>) -> String {
    let (start, _) = context.files.positions(place);
    format!("{}:{}", plain::one_line(context.files.get(place.file).path()), start.line)
}

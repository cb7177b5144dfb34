//! For people: each finding in a few lines with the words it is about, what to do, and a closing summary; with all its
//! records, drawn by `miette`, where that is asked for.
//!
//! Must read well without colour and, where asked, without anything but ASCII. Which lines are shown is `excerpt`'s; the
//! sentences of drafts are drawn in `prose`.

mod prose;
mod short;

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::io::{self, Write};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles,
};

use super::excerpt::{Mark, excerpts};
use super::source::Excerpts;
use super::{Style, batches, plain, summary};
use crate::model::{Code, Detail, Finding, Report, Severity};
use crate::render::Context;
use crate::words::{Worded, Wording};

/// The narrowest width that can be laid out, and the widest that is readable.
const WIDTHS: (usize, usize) = (50, 110);
/// Related places that are shown of one finding; all are in the JSON.
const RELATED: usize = 6;

/// Writes the findings of `report` and then what was checked.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let look = FullLayout::new(context.style);
    let all = &report.findings;
    batches::write_all(all, out, |start, findings| {
        let (mut written, mut text) = (Vec::new(), String::new());
        for (at, finding) in (start..).zip(findings) {
            match (context.style.verbose, report.command) {
                (false, _) => look.write_short(&mut written, all, at, context)?,
                (true, "lint") => look.write_prose(&mut written, finding, context)?,
                (true, _) => look.write(&mut written, &mut text, finding, context)?,
            }
        }
        Ok(written)
    })?;
    if let Some(warning) = summary::incomplete(report, &context.words.general()) {
        writeln!(out, "{warning}")?;
    }
    if context.style.quiet {
        return Ok(());
    }
    if let Some(hint) = hint(report, context.style, &context.words.general()) {
        writeln!(out, "{hint}")?;
    }
    writeln!(out, "{}", summary::summary(report, &context.words.general()))
}

/// Where to read more of the codes that were found, and how to see more of each finding.
fn hint(report: &Report, style: Style, wording: &Wording<'_>) -> Option<String> {
    let codes: BTreeSet<Code> = report.findings.iter().map(|finding| finding.code).collect();
    let codes: Vec<&str> = codes.into_iter().map(Code::as_str).collect();
    let (first, all) = (*codes.first()?, codes.join(", "));
    let shown = if style.verbose { "all" } else { "some" };
    let details = [
        ("first", Detail::Text(first)),
        ("codes", Detail::Text(&all)),
        ("count", Detail::Count(codes.len())),
        ("shown", Detail::Word(shown)),
    ];
    Some(plain::wrapped(&wording.phrase("read-more", &details), style.width.clamp(WIDTHS.0, WIDTHS.1)))
}

/// What is the same for all findings of a report.
struct FullLayout {
    width: usize,
    ellipsis: &'static str,
    theme: GraphicalTheme,
}

impl FullLayout {
    fn new(style: Style) -> Self {
        let mut characters =
            if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
        if !style.unicode {
            // As the rest of the line under a mark: a bar in its middle looks like a piece of the frame.
            characters.underbar = '^';
        }
        let mut styles = if style.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
        if style.color {
            styles.error = styles.error.bold();
            styles.warning = styles.warning.bold();
            styles.advice = styles.advice.bold();
        }
        // Miette underlines links, which would dominate the output.
        styles.link = styles.help;
        Self {
            width: style.width.clamp(WIDTHS.0, WIDTHS.1),
            ellipsis: if style.unicode { "…" } else { "..." },
            theme: GraphicalTheme { characters, styles },
        }
    }

    /// Writes one finding and a blank line; `text` is a buffer to reuse.
    fn write(
        &self,
        out: &mut Vec<u8>,
        text: &mut String,
        finding: &Finding,
        context: &Context<'_>,
    ) -> io::Result<()> {
        let worded = context.worded(finding);
        let primary = Mark { place: finding.site.place, text: &worded.label, primary: true };
        let related = finding.related.iter().zip(&worded.related).take(RELATED);
        let related = related.map(|(it, text)| Mark { place: it.site.place, text, primary: false });
        let marks: Vec<_> = std::iter::once(primary).chain(related).collect();
        let source = Excerpts::new(excerpts(&marks, context.files, self.width, self.ellipsis));
        let drawing = Drawing { help: help(finding, &worded), labels: source.labels(), source };

        let mut theme = self.theme.clone();
        let styles = &mut theme.styles;
        let color = match finding.severity {
            Severity::Error => styles.error,
            Severity::Warning => styles.warning,
            Severity::Note => styles.advice,
        };
        let marked = drawing.labels.iter().map(|label| if label.primary() { color } else { styles.help });
        styles.highlights = marked.collect();

        let (kind, message) = heading(finding, &worded, self.width, context);
        writeln!(out, "{}{message}", color.style(kind))?;
        text.clear();
        GraphicalReportHandler::new_themed(theme)
            .with_width(self.width)
            .with_links(false)
            .with_break_words(false)
            .render_report(text, &drawing)
            .map_err(|fmt::Error| io::Error::other("a finding could not be drawn"))?;
        // The first line is where miette puts the message.
        for line in text.lines().skip(1) {
            writeln!(out, "{}", line.trim_end())?;
        }
        writeln!(out)
    }
}

/// `error[code]` and `: message`, at the edge, so that the eye finds it between two drawings.
pub(super) fn heading(
    finding: &Finding,
    worded: &Worded,
    width: usize,
    context: &Context<'_>,
) -> (String, String) {
    let wording = context.words.for_draft(finding.language.as_deref());
    let kind = format!("{}[{}]", wording.severity(finding.severity), finding.code);
    let mut text = format!("{kind}: {}", plain::one_line(&worded.message));
    if let Some(rule) = &finding.rule {
        let rule = plain::one_line(&rule.id);
        // Writing into a `String` cannot fail.
        let _ = write!(text, " {}", wording.phrase("by-rule", &[("rule", Detail::Text(&rule))]));
    }
    let text = plain::wrapped(&text, width);
    let message = text.strip_prefix(&kind).unwrap_or(&text).to_owned();
    (kind, message)
}

/// What to do, and how much is not shown.
fn help(finding: &Finding, worded: &Worded) -> Option<String> {
    let mut lines: Vec<String> = worded.help.iter().map(|help| plain::log_lines(help)).collect();
    let hidden = finding.related.len().saturating_sub(RELATED);
    if hidden > 0 {
        let places = if hidden == 1 { "place belongs" } else { "places belong" };
        lines.push(format!("{hidden} more {places} to this; --output-format json lists all of them."));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What miette draws of a finding: all but the message, which is the heading.
#[derive(Debug)]
struct Drawing {
    help: Option<String>,
    labels: Vec<LabeledSpan>,
    source: Excerpts,
}

impl fmt::Display for Drawing {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

//! Workflow commands of GitHub Actions: each becomes an annotation at its line in the changed files. The worst first,
//! and no more than GitHub shows; what is left over is counted in a closing line. The whole list goes to the summary of
//! the step, which the command line writes.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{order, plain, summary};
use crate::model::{Finding, Report, Severity, Summary};
use crate::render::Context;

/// Annotations of one severity that GitHub shows of one step.
const SHOWN: usize = 10;

/// Writes the findings of `report`.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let incomplete = summary::incomplete(report, &context.words.general());
    if let Some(words) = &incomplete {
        writeln!(out, "::error title=erstwhile::{}", data(words))?;
    }
    let mut hidden = Summary::default();
    for severity in Severity::WORST_FIRST {
        let (word, hidden) = match severity {
            Severity::Error => ("error", &mut hidden.error),
            Severity::Warning => ("warning", &mut hidden.warning),
            Severity::Note => ("notice", &mut hidden.note),
        };
        let taken = usize::from(severity == Severity::Error && incomplete.is_some());
        for (nth, row) in order::of(&report.findings, severity).enumerate() {
            if nth + taken < SHOWN {
                writeln!(out, "{}", command(word, &report.findings[row], context))?;
            } else {
                *hidden += 1;
            }
        }
    }
    if hidden != Summary::default() {
        writeln!(
            out,
            "Not annotated: {}. GitHub shows {SHOWN} of each severity; the summary of this step lists all, and so does \
             --output-format full.",
            summary::counts(&hidden, &context.words.general())
        )?;
    }
    if context.style.quiet {
        Ok(())
    } else {
        writeln!(out, "{}", summary::summary(report, &context.words.general()))
    }
}

/// One annotation.
fn command(word: &str, finding: &Finding, context: &Context<'_>) -> String {
    let place = finding.site.place;
    let (start, end) = context.files.positions(place);
    let path = context.files.path_from_repository(place.file);
    let worded = context.worded(finding);
    let mut text = format!("::{word} file={},line={},endLine={}", property(&path), start.line, end.line);
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    if start.line == end.line {
        // GitHub refuses columns for ranges over several lines.
        let _ = write!(text, ",col={},endColumn={}", start.column, end.column);
    }
    let _ = write!(text, ",title={}::{}", finding.code, data(&plain::lines(&worded.message)));
    if let Some(help) = &worded.help {
        let _ = write!(text, "%0A%0A{}", data(&plain::lines(help)));
    }
    text
}

/// Text after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property, which ends at a comma or colon.
fn property(text: &str) -> String {
    // A name may contain terminal control sequences, and logs are read in a terminal.
    let text: String = text.chars().map(shown).collect();
    data(&text).replace(':', "%3A").replace(',', "%2C")
}

fn shown(sign: char) -> char {
    // Line breaks are escaped as numbers.
    if matches!(sign, '\n' | '\r') { sign } else { plain::visible(sign).unwrap_or(sign) }
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};
    use super::*;
    use crate::text::Files;

    fn rendered(report: &Report, files: &Files) -> String {
        examples::rendered(OutputFormat::Github, report, files, Style::default())
    }

    #[test]
    fn an_annotation_stands_at_its_place() {
        let (files, report) = examples::contradiction();
        insta::assert_snapshot!(rendered(&report, &files), @r"
        ::error file=claims/azure.ron,line=4,endLine=4,col=18,endColumn=33,title=contradiction::Oracle and Microsoft Azure cannot both be the exclusive cloud provider of OpenAI, but both are known to be from 2024-06-11 to 2025-01-21.%0A%0ACorrect the dates of one of the two, or give the claim that took over `supersedes`.
        Checked 2 claims in 2 files as of 23 November 2026: 1 error.
        ");
    }

    #[test]
    fn nothing_in_a_text_can_command() {
        let (files, mut report) = examples::single("a,b:c%.ron", "one\ntwo\nthree", "one\ntwo");
        report.findings[0].fact = "100 %\r\n::error::no, nothing".into();
        insta::assert_snapshot!(rendered(&report, &files), @r"
        ::error file=a%2Cb%3Ac%25.ron,line=1,endLine=2,title=malformed-date::100 %25%0A::error::no, nothing
        Checked 2 claims in 1 file as of 23 November 2026: 1 error.
        ");
    }

    #[test]
    fn the_worst_come_first_and_the_others_are_counted() {
        let (files, mut report) = examples::single("c.ron", "bad", "bad");
        let one = report.findings[0].clone();
        let severities = [(Severity::Note, 12), (Severity::Error, 11), (Severity::Warning, 10)];
        let of = |(severity, count)| {
            let one = Finding { severity, ..one.clone() };
            std::iter::repeat_n(one, count)
        };
        report.findings = severities.into_iter().flat_map(of).collect();
        report.count_again();
        let text = rendered(&report, &files);
        let words: Vec<&str> = text.lines().map(|line| line.split(' ').next().unwrap_or("")).collect();
        let expected = ["::error", "::warning", "::notice"].map(|word| [word; 10]).concat();
        assert_eq!(words[..30], expected);
        insta::assert_snapshot!(text.lines().skip(30).collect::<Vec<_>>().join("\n"), @r"
        Not annotated: 1 error, 2 notes. GitHub shows 10 of each severity; the summary of this step lists all, and so does --output-format full.
        Checked 2 claims in 1 file as of 23 November 2026: 11 errors, 10 warnings, 12 notes.
        ");
        report.incomplete = true;
        assert_eq!(rendered(&report, &files).matches("::error ").count(), 10, "its own error counts too");
    }
}

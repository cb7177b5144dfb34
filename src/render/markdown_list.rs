//! The findings as Markdown: for a page, a comment, or the summary of a step on GitHub. By file, the worst file first, in
//! each the worst finding first. No text of a file becomes markup.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

use rustc_hash::FxHashMap;

use super::escape::{markdown, markdown_code};
use super::{Style, batches, details, order, plain, summary};
use crate::model::{Detail, Finding, Report, Severity, Summary};
use crate::render::Context;
use crate::text::FileId;

/// Bytes that are kept for what is before and after the findings.
const FRAME: usize = 2048;

/// Writes all findings of `report`.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    write(report, context, order::worst_first(&report.findings).collect(), out)
}

/// Writes the findings of `report` as Markdown, but no more than `limit` bytes: the worst, and how many are left out.
///
/// # Errors
///
/// Only what `out` reports.
pub fn within(
    limit: usize,
    report: &Report,
    context: &Context<'_>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut left = limit.saturating_sub(FRAME);
    let mut headed = FxHashMap::default();
    let fits = |row: &usize| {
        let finding = &report.findings[*row];
        let file = finding.site.place.file;
        let heading = if headed.insert(file, ()).is_none() { heading(file, context).len() } else { 0 };
        let rest = left.checked_sub(heading + entry(finding, context).len());
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    let rows: Vec<usize> = order::worst_first(&report.findings).take_while(fits).collect();
    let mut out = BufWriter::new(out);
    write(report, &Context { style, ..*context }, rows, &mut out)?;
    out.flush()
}

/// Writes the findings with these numbers, and how many the others are.
fn write(report: &Report, context: &Context<'_>, rows: Vec<usize>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# erstwhile {}", report.command)?;
    if let Some(words) = summary::incomplete(report, &context.words.general()) {
        writeln!(out, "\n**{words}**")?;
    }
    if !context.style.quiet {
        writeln!(out, "\n{}", summary::summary(report, &context.words.general()))?;
    }
    let left_out = left_out(report, &rows);
    let rows = by_file(&report.findings, rows);
    let file = |row: usize| report.findings[row].site.place.file;
    batches::write_all(&rows, out, |first, some| {
        let mut text = String::new();
        for (at, row) in (first..).zip(some) {
            if at == 0 || file(rows[at - 1]) != file(*row) {
                text.push_str(&heading(file(*row), context));
            }
            text.push_str(&entry(&report.findings[*row], context));
        }
        Ok(text.into_bytes())
    })?;
    match left_out {
        Some(counts) => writeln!(
            out,
            "\nLeft out, because there is no room: {}. `--output-format markdown` lists all.",
            summary::counts(&counts, &context.words.general())
        ),
        None => Ok(()),
    }
}

/// The counts of the findings that are not shown.
fn left_out(report: &Report, rows: &[usize]) -> Option<Summary> {
    if rows.len() == report.findings.len() {
        return None;
    }
    let all = Severity::WORST_FIRST.map(|severity| order::of(&report.findings, severity).count());
    let shown = Severity::WORST_FIRST
        .map(|severity| rows.iter().filter(|row| report.findings[**row].severity == severity).count());
    let [error, warning, note] = std::array::from_fn(|at| all[at] - shown[at]);
    Some(Summary { error, warning, note, ..Summary::default() })
}

/// The numbers file by file: files in the order in which they first occur, and so those of the worst findings first.
fn by_file(findings: &[Finding], rows: Vec<usize>) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: FxHashMap<FileId, usize> = FxHashMap::default();
    for row in rows {
        let group = *group_of.entry(findings[row].site.place.file).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(row);
    }
    groups.concat()
}

fn heading(file: FileId, context: &Context<'_>) -> String {
    format!("\n## {}\n\n", markdown_code(&plain::one_line(context.files.get(file).path())))
}

/// A finding as an item of a list, with what belongs to it in a list below.
fn entry(finding: &Finding, context: &Context<'_>) -> String {
    let (start, _) = context.files.positions(finding.site.place);
    let worded = context.worded(finding);
    let wording = context.words.for_draft(finding.language.as_deref());
    let place = [("line", Detail::Count(start.line)), ("column", Detail::Count(start.column))];
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let mut text = format!(
        "- **{}** `{}`, {}: {}\n",
        wording.severity(finding.severity),
        finding.code,
        wording.phrase("line-and-column", &place),
        words(&worded.message)
    );
    for (message, place) in details::related(finding, &worded, context) {
        let place = markdown_code(&plain::one_line(&place));
        // The place first: at the beginning of an item, words such as “1.” would begin another list.
        let _ = writeln!(text, "  - {place}: {}", words(message));
    }
    if let Some(more) = details::unnamed(finding) {
        let _ = writeln!(text, "  - {more}");
    }
    if let Some(help) = &worded.help {
        for (at, line) in plain::log_lines(help).lines().enumerate() {
            // What is ready to be copied follows the words about it.
            let _ = match (at, plain::is_comment(line)) {
                (0, _) => write!(text, "  - {}: {}", wording.phrase("report-label-todo", &[]), words(line)),
                (_, true) => write!(text, " {}", markdown_code(line)),
                // On a line of its own it might begin a list.
                (_, false) if text.ends_with(['.', '?', '!']) => write!(text, " {}", words(line)),
                (_, false) => write!(text, ". {}", words(line)),
            };
        }
        text.push('\n');
    }
    text
}

fn words(text: &str) -> String {
    markdown(&plain::one_line(text))
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, examples};
    use super::*;
    use crate::model::Severity;
    use crate::text::Files;

    #[test]
    fn a_list_for_people() {
        let (files, report) = examples::contradiction();
        let text = examples::rendered(OutputFormat::Markdown, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r"
        # erstwhile check

        Checked 2 claims in 2 files as of 23 November 2026: 1 error.

        ## `claims/azure.ron`

        - **error** `contradiction`, line 4, column 18: Oracle and Microsoft Azure cannot both be the exclusive cloud provider of OpenAI, but both are known to be from 2024-06-11 to 2025-01-21.
          - `claims/oracle.ron:3`: says that it is Oracle
          - `claims/azure.ron:6`: known to hold until this day
          - To do: Correct the dates of one of the two, or give the claim that took over `supersedes`.
        ");
    }

    #[test]
    fn a_clean_and_an_incomplete_run() {
        let files = Files::default();
        let mut report = examples::empty();
        let text = examples::rendered(OutputFormat::Markdown, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r"
        # erstwhile check

        Checked 2 claims in 0 files as of 23 November 2026: nothing found.
        ");
        report.incomplete = true;
        let style = Style { quiet: true, ..Style::default() };
        let text = examples::rendered(OutputFormat::Markdown, &report, &files, style);
        insta::assert_snapshot!(text, @r"
        # erstwhile check

        **Not everything could be read or used, so there may be more problems than are listed here.**
        ");
    }

    #[test]
    fn no_text_becomes_markup() {
        let (files, mut report) = examples::single("a`b\n#.md", "bad", "bad");
        report.findings[0].fact = "<b>*no*</b>\n\n# [link](http://x) | $1 and $2".into();
        let text = examples::rendered(OutputFormat::Markdown, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r"
        # erstwhile check

        Checked 2 claims in 1 file as of 23 November 2026: 1 error.

        ## ``a`b #.md``

        - **error** `malformed-date`, line 1, column 1: \<b\>\*no\*\</b\> \# \[link\](http://x) \| \$1 and \$2
        ");
    }

    #[test]
    fn the_worst_fit_first() {
        let (files, mut report) = examples::single("c.ron", "bad", "bad");
        let one = report.findings[0].clone();
        let with = |severity| Finding { severity, ..one.clone() };
        report.findings = (0..600).map(|_| with(Severity::Note)).chain([with(Severity::Error)]).collect();
        report.count_again();
        let limited = |limit| {
            let mut out = Vec::new();
            within(limit, &report, &examples::context(&files), Style::default(), &mut out).expect("memory");
            assert!(out.len() <= limit.max(FRAME), "{} of {limit}", out.len());
            String::from_utf8(out).expect("text")
        };
        let text = limited(8000);
        assert!(text.find("**error**") < text.find("**note**"), "{text}");
        let shown = text.matches("- **note**").count();
        assert!(shown > 50 && text.contains(&format!("no room: {} notes.", 600 - shown)), "{text}");
        assert!(limited(0).contains("no room: 1 error, 600 notes."));
        assert!(!limited(1 << 20).contains("no room"));
    }
}

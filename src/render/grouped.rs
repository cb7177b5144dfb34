//! For people at a terminal who want an overview: the findings file by file, each with its place, what is wrong and no
//! more. The lines they are about and what to do are shown by `full`.

use std::io::{self, Write};

use super::{Style, Tone, batches, full, order, plain, summary};
use crate::model::{Finding, Report, Severity};
use crate::render::Context;

/// The narrowest width that can be laid out, and the widest that is readable.
const WIDTHS: (usize, usize) = (50, 110);
/// Columns of a place, so that most messages begin below each other.
const PLACE: usize = 8;

/// Writes the findings of `report` and then what was checked.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = &report.findings;
    batches::write_all(all, out, |first, findings| {
        let mut text = Vec::new();
        for (row, finding) in (first..).zip(findings) {
            if order::opens(all, row) {
                let path = plain::one_line(context.files.get(finding.site.place.file).path());
                writeln!(text, "{}", Tone::Strong.paint(&path, context.style.color))?;
            }
            write(finding, context, context.style, &mut text)?;
            if order::closes(all, row) {
                writeln!(text)?;
            }
        }
        Ok(text)
    })?;
    if let Some(warning) = summary::incomplete(report, &context.words.general()) {
        writeln!(out, "{warning}")?;
    }
    if context.style.quiet {
        Ok(())
    } else {
        writeln!(out, "{}", summary::summary(report, &context.words.general()))
    }
}

/// `line:column  severity[code]: message`, its further lines below the severity.
fn write(finding: &Finding, context: &Context<'_>, style: Style, out: &mut Vec<u8>) -> io::Result<()> {
    let (start, _) = context.files.positions(finding.site.place);
    let place = format!("{:>PLACE$}", format!("{}:{}", start.line, start.column));
    let indent = place.len() + 2;
    let (kind, message) = full::heading(
        finding,
        &context.worded(finding),
        style.width.clamp(WIDTHS.0, WIDTHS.1).saturating_sub(indent),
        context,
    );
    let tone = match finding.severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Doubtful,
        Severity::Note => Tone::Link,
    };
    let (kind, place) = (tone.paint(&kind, style.color), Tone::Faint.paint(&place, style.color));
    for (nth, line) in message.split('\n').enumerate() {
        if nth == 0 {
            writeln!(out, "{place}  {kind}{line}")?;
        } else {
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, examples};
    use super::*;

    #[test]
    fn file_by_file() {
        let (files, mut report) = examples::contradiction();
        let second = Finding {
            severity: Severity::Note,
            site: report.findings[0].related[0].site,
            rule: Some(examples::rule("one-provider")),
            fact: "Short.".into(),
            ..report.findings[0].clone()
        };
        report.findings.push(second);
        report.count_again();
        let text = examples::rendered(OutputFormat::Grouped, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r"
        claims/azure.ron
            4:18  error[contradiction]: Oracle and Microsoft Azure cannot both be the
                  exclusive cloud provider of OpenAI, but both are known to be from
                  2024-06-11 to 2025-01-21.

        claims/oracle.ron
            3:15  note[contradiction]: Short. (rule: one-provider)

        Checked 2 claims in 2 files as of 23 November 2026: 1 error, 1 note.
        ");
    }

    #[test]
    fn colour_and_quiet_are_honoured() {
        let (files, mut report) = examples::single("c\u{1b}.ron", "bad", "bad");
        let style = Style { color: true, quiet: true, ..Style::default() };
        let text = examples::rendered(OutputFormat::Grouped, &report, &files, style);
        assert_eq!(
            text,
            "\u{1b}[1mc\u{fffd}.ron\u{1b}[0m\n\u{1b}[2m     1:1\u{1b}[0m  \u{1b}[31merror[malformed-date]\u{1b}[0m: \
             This is not a date.\n\n"
        );
        report.findings.clear();
        assert_eq!(examples::rendered(OutputFormat::Grouped, &report, &files, style), "");
    }
}

//! `path:line:col: severity[code] message`: one line for each finding and nothing else, for editors, `grep` and scripts.

use std::io::{self, Write};

use super::{batches, plain};
use crate::model::Report;
use crate::render::Context;

/// Writes the findings of `report`, one line each. A message of several lines is folded into one.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    batches::write_all(&report.findings, out, |_, findings| {
        let mut text = Vec::new();
        for finding in findings {
            let place = finding.site.place;
            let path = plain::one_line(context.files.get(place.file).path());
            let (start, _) = context.files.positions(place);
            let message = context.message(finding);
            let message = plain::one_line(&message);
            let (line, column) = (start.line, start.column);
            writeln!(text, "{path}:{line}:{column}: {}[{}] {message}", finding.severity, finding.code)?;
        }
        Ok(text)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};

    #[test]
    fn one_line_each_and_nothing_else() {
        let (files, mut report) = examples::contradiction();
        report.findings[0].fact = "Two claims\r\n  And more.".into();
        assert_eq!(
            examples::rendered(OutputFormat::Concise, &report, &files, Style::default()),
            "claims/azure.ron:4:18: error[contradiction] Two claims And more.\n"
        );
        assert_eq!(
            examples::rendered(OutputFormat::Concise, &examples::empty(), &files, Style::default()),
            ""
        );
    }

    #[test]
    fn columns_count_characters() {
        let (files, report) = examples::single("c.ron", "ok\r\n\u{1f600}e\u{301}\tbad\r\n", "bad");
        let text = examples::rendered(OutputFormat::Concise, &report, &files, Style::default());
        assert!(text.starts_with("c.ron:2:5: "), "{text}");
    }
}

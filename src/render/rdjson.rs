//! The diagnostics of reviewdog, which comments on the lines of a change: one JSON object. Reviewdog counts columns in
//! bytes, from 1, and the end of a range is the column after it.
//!
//! The format has no place for what a run as a whole says: that it is incomplete is a diagnostic of the folder.

use std::io::{self, Write};

use super::object::{Json, object};
use super::plain::bare_path;
use super::{batches, summary};
use crate::model::{Finding, Report, Severity};
use crate::render::Context;
use crate::text::{File, Place, Position};

/// Writes the findings of `report`.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"{\"source\":{\"name\":\"erstwhile\"},\"diagnostics\":[")?;
    let incomplete = summary::incomplete(report, &context.words.general()).map(of_run);
    batches::write_elements(&report.findings, incomplete, out, |finding| diagnostic(finding, context))?;
    out.write_all(b"\n]}\n")
}

fn diagnostic<'a>(finding: &'a Finding, context: &'a Context<'a>) -> Json<'a> {
    let worded = context.worded(finding);
    let help = worded.help.as_deref().map_or_else(String::new, |help| format!("\n\n{help}"));
    let related = finding.related.iter().zip(worded.related).map(|(related, message)| {
        object! { "message": message, "location": location(related.site.place, context) }
    });
    let diagnostic = object! {
        "message": format!("{}{help}", worded.message),
        "location": location(finding.site.place, context),
        "severity": match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note => "INFO",
        },
        "code": object! { "value": finding.code.as_str() },
        "related_locations": Json::list(related),
    };
    diagnostic.filled()
}

fn location<'a>(place: Place, context: &Context<'a>) -> Json<'a> {
    let file = context.files.get(place.file);
    let (start, end) = context.files.positions(place);
    let point = |at: Position| object! { "line": at.line, "column": column(file, at) };
    object! {
        "path": bare_path(file.path()),
        "range": object! { "start": point(start), "end": point(end) },
    }
}

/// What is wrong with the run as a whole. A diagnostic has a path, and the folder is one.
fn of_run<'a>(message: String) -> Json<'a> {
    object! {
        "message": message,
        "location": object! { "path": "." },
        "severity": "ERROR",
        "code": object! { "value": summary::INCOMPLETE },
    }
}

/// The number of a byte in its line.
fn column(file: &File, at: Position) -> usize {
    let start = file.lines().line_range(file.text(), at.line).start;
    at.byte.saturating_sub(start) + 1
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};
    use serde_json::{Value, json};

    fn parsed(report: &crate::model::Report, files: &crate::text::Files) -> Value {
        let text = examples::rendered(OutputFormat::Rdjson, report, files, Style::default());
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn columns_are_bytes() {
        let (files, report) = examples::single("c.ron", "ok\r\n\u{1f600}e\u{301}\tbad\r\n", "bad");
        let diagnostic = &parsed(&report, &files)["diagnostics"][0];
        let range = json!({"start": {"line": 2, "column": 9}, "end": {"line": 2, "column": 12}});
        assert_eq!(diagnostic["location"], json!({"path": "c.ron", "range": range}));
        assert_eq!(diagnostic["code"], json!({"value": "malformed-date"}));
    }

    #[test]
    fn other_places_and_help_are_there() {
        let (files, report) = examples::contradiction();
        let diagnostic = &parsed(&report, &files)["diagnostics"][0];
        assert_eq!(diagnostic["related_locations"][0]["location"]["path"], "claims/oracle.ron");
        assert!(diagnostic["message"].as_str().is_some_and(|text| text.contains("\n\nCorrect the dates")));
        assert_eq!(parsed(&examples::empty(), &files)["diagnostics"], json!([]));
    }
}

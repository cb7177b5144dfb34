//! A Code Quality report for GitLab: an array of issues, each with the fields that GitLab reads. GitLab shows the
//! description alone, so it repeats the code; and of issues with one fingerprint it shows one, so each has its own.
//!
//! The format has no place for what a run as a whole says: that it is incomplete is an issue of its own.

use std::io::{self, Write};

use super::object::{Json, object};
use super::{batches, summary};
use crate::model::{Finding, Report, Severity};
use crate::render::Context;
use crate::text::Position;

/// Writes the findings of `report`.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    let incomplete = summary::incomplete(report, &context.words.general()).map(of_run);
    batches::write_elements(&report.findings, incomplete, out, |finding| issue(finding, context))?;
    out.write_all(b"\n]\n")
}

fn issue<'a>(finding: &'a Finding, context: &'a Context<'a>) -> Json<'a> {
    let place = finding.site.place;
    let (start, end) = context.files.positions(place);
    let point = |Position { line, column, .. }| object! { "line": line, "column": column };
    object! {
        "description": format!("{}: {}", finding.code, context.message(finding)),
        "check_name": finding.code.as_str(),
        "fingerprint": &finding.fingerprint,
        "severity": severity(finding),
        "location": object! {
            "path": context.files.path_from_repository(place.file),
            "positions": object! { "begin": point(start), "end": point(end) },
        },
    }
}

/// What is wrong with the run as a whole. GitLab wants a file, and takes the folder.
fn of_run<'a>(words: String) -> Json<'a> {
    let first = || object! { "line": 1, "column": 1 };
    object! {
        "description": format!("{}: {words}", summary::INCOMPLETE),
        "check_name": summary::INCOMPLETE,
        "fingerprint": summary::INCOMPLETE,
        "severity": "blocker",
        "location": object! { "path": ".", "positions": object! { "begin": first(), "end": first() } },
    }
}

/// GitLab has five degrees; findings that spoil the run are worse than any error.
fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        _ if finding.code.spoils_run() => "critical",
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};
    use serde_json::{Value, json};

    #[test]
    fn issues_have_what_gitlab_reads() {
        let (files, report) = examples::single("./claims/c.ron", "one\n  bad", "bad");
        let text = examples::rendered(OutputFormat::Gitlab, &report, &files, Style::default());
        let issues: Value = serde_json::from_str(&text).expect("JSON");
        let positions = json!({"begin": {"line": 2, "column": 3}, "end": {"line": 2, "column": 6}});
        assert_eq!(
            issues,
            json!([{
                "description": "malformed-date: This is not a date.",
                "check_name": "malformed-date",
                "fingerprint": "",
                "severity": "major",
                "location": {"path": "claims/c.ron", "positions": positions},
            }])
        );
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        let files = crate::text::Files::default();
        assert_eq!(
            examples::rendered(OutputFormat::Gitlab, &examples::empty(), &files, Style::default()),
            "[\n]\n"
        );
    }
}

//! The report as one JSON object, as `report.schema.json` beside this file describes it. For programs: a contract.
//!
//! The findings themselves are written by `found`.

use std::io::{self, Write};

use super::{batches, found};
use crate::model::{Coverage, Report, Summary, Unjudged, Unseen};
use crate::render::Context;
use crate::render::object::{Json, object};
use crate::text::Position;

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// Increased whenever a reader of the last version might misread the next.
const SCHEMA_VERSION: u32 = 2;

/// Bytes of a finding, to make room for many.
const USUAL_LENGTH: usize = 640;

/// Writes `report` on one line.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let head = object! {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "command": report.command,
        "as_of": report.as_of.to_string(),
        "known_by": report.known_by.map(|day| day.to_string()),
    };
    let mut head = serde_json::to_vec(&head)?;
    // The findings continue the object that the head began.
    head.pop();
    out.write_all(&head)?;
    out.write_all(b",\"findings\":[")?;
    batches::write_all(&report.findings, out, |first, findings| {
        let mut text = Vec::with_capacity(findings.len() * USUAL_LENGTH);
        for at in 0..findings.len() {
            if first + at > 0 {
                text.push(b',');
            }
            found::write(findings, at, context, &mut text)?;
        }
        Ok(text)
    })?;
    write!(out, "],")?;
    let mut rest = serde_json::to_vec(&rest(report))?;
    rest.drain(..1);
    out.write_all(&rest)?;
    out.write_all(b"\n")
}

/// What follows the findings.
fn rest(report: &Report) -> Json<'_> {
    let Summary { error, warning, note, suppressed, old, unsure, elsewhere, files, claims } = report.summary;
    let Coverage { sentences, naming, judged } = report.coverage;
    let Unjudged { count, paths } = &report.unjudged;
    let coverage = || {
        let unjudged = object! { "count": *count, "paths": Json::list(paths) };
        object! { "sentences": sentences, "naming": naming, "judged": judged, "unjudged": unjudged }
    };
    object! {
        "incomplete": report.incomplete,
        "unseen": unseen_files(&report.unseen),
        "coverage": (report.command == "lint").then(coverage),
        "summary": object! {
            "error": error, "warning": warning, "note": note, "suppressed": suppressed, "old": old,
            "unsure": unsure, "elsewhere": elsewhere, "files": files, "claims": claims,
        },
    }
}

/// The program, as every JSON output names it.
pub(super) fn tool<'a>() -> Json<'a> {
    object! { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") }
}

/// Files and folders that were not looked at.
pub(super) fn unseen_files(unseen: &[Unseen]) -> Json<'_> {
    Json::list(unseen.iter().map(|Unseen { reason, count, paths }| {
        object! { "reason": reason.as_str(), "count": *count, "paths": Json::list(paths) }
    }))
}

/// The fields `start` and `end` of what has a place in a file.
pub(super) fn ends<'a>((start, end): (Position, Position)) -> Json<'a> {
    let point = |at: Position| object! { "line": at.line, "column": at.column, "byte": at.byte };
    object! { "start": point(start), "end": point(end) }
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};
    use super::*;
    use crate::model::{Code, Severity};
    use crate::text::Files;
    use serde_json::{Value, json};

    fn parsed(report: &Report, files: &Files) -> Value {
        let text = examples::rendered(OutputFormat::Json, report, files, Style::default());
        assert!(text.ends_with("}\n"));
        serde_json::from_str(&text).expect("JSON")
    }

    fn schema() -> Value {
        serde_json::from_str(SCHEMA).expect("the schema is JSON")
    }

    fn enumerated(pointer: &str) -> Vec<String> {
        let words = schema().pointer(pointer).cloned().unwrap_or_default();
        serde_json::from_value(words).expect("a list of words")
    }

    #[test]
    fn reports_fit_the_schema() {
        assert!(jsonschema::meta::is_valid(&schema()));
        let validator = jsonschema::draft202012::new(&schema()).expect("a valid schema");
        let (files, mut report) = examples::contradiction();
        report.known_by = Some(report.as_of);
        report.findings[0].rule = Some(examples::rule("one-provider"));
        let (none, nothing) = (Files::default(), examples::empty());
        let (odd, finding) = examples::single("odd\n\u{1b}\u{1f600}.ron", "\u{feff}\u{0}\r\n\u{1b}", "\u{0}");
        for (report, files) in [(&report, &files), (&nothing, &none), (&finding, &odd)] {
            let value = parsed(report, files);
            let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
        let mut wrong = parsed(&report, &files);
        wrong["findings"][0]["colour"] = json!("red");
        assert!(!validator.is_valid(&wrong), "a field that no one knows");
    }

    #[test]
    fn the_schema_lists_all_codes_and_severities() {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(enumerated("/$defs/code/enum"), codes);
        let severities = [Severity::Error, Severity::Warning, Severity::Note].map(Severity::as_str);
        assert_eq!(enumerated("/$defs/severity/enum"), severities);
    }

    #[test]
    fn fields_are_those_of_the_contract() {
        let (files, report) = examples::contradiction();
        let value = parsed(&report, &files);
        assert_eq!(value["schema_version"], 2);
        assert_eq!(value["tool"], json!({"name": "erstwhile", "version": env!("CARGO_PKG_VERSION")}));
        assert_eq!((&value["as_of"], &value["known_by"]), (&json!("2026-11-23"), &Value::Null));
        let finding = &value["findings"][0];
        assert_eq!(finding["claims"], json!(["azure-exclusive", "oracle-exclusive"]));
        assert_eq!((&finding["rule"], &finding["pairs"]), (&Value::Null, &json!(1)));
        assert_eq!(finding["related"][0]["path"], "claims/oracle.ron");
        assert_eq!(
            value["summary"],
            json!({"error": 1, "warning": 0, "note": 0, "suppressed": 0, "old": 0, "unsure": 0, "elsewhere": 0, "files": 2, "claims": 2})
        );
    }

    #[test]
    fn columns_are_characters_and_bytes_are_bytes() {
        let (files, report) = examples::single("c.ron", "ok\r\n\u{1f600}e\u{301}\tbad\r\n", "bad");
        let finding = &parsed(&report, &files)["findings"][0];
        assert_eq!(finding["start"], json!({"line": 2, "column": 5, "byte": 12}));
        assert_eq!(finding["end"], json!({"line": 2, "column": 8, "byte": 15}));
    }
}

//! One JSON object for each finding, each on a line of its own: for `jq`, logs and pipes. The objects are exactly those
//! of `json`, which also has what is said about the whole run; a last line says that a run is incomplete.

use std::io::{self, Write};

use super::{batches, found, summary};
use crate::model::Report;
use crate::render::Context;

/// Writes the findings of `report`, one line each.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    batches::write_all(&report.findings, out, |_, findings| {
        let mut text = Vec::new();
        for at in 0..findings.len() {
            found::write(findings, at, context, &mut text)?;
            text.push(b'\n');
        }
        Ok(text)
    })?;
    match summary::incomplete(report, &context.words.general()) {
        Some(message) => writeln!(out, "{}", serde_json::json!({"incomplete": true, "message": message})),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{OutputFormat, Style, examples};

    #[test]
    fn lines_are_the_findings_of_json() {
        let (files, mut report) = examples::contradiction();
        let mut again = report.findings[0].clone();
        again.fact = "two\nlines\u{2028}".into();
        report.findings.push(again);
        let lines = examples::rendered(OutputFormat::JsonLines, &report, &files, Style::default());
        let json = examples::rendered(OutputFormat::Json, &report, &files, Style::default());
        let lines: Vec<Value> =
            lines.split_terminator('\n').map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["findings"], Value::Array(lines));
    }
}

//! `lint --compare`: what differs from the report of an earlier run, such as one by an older version of the program.

use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::engine::{self, ComparedFinding};
use crate::model::Report;
use crate::render::printable;
use crate::workspace;

/// What is needed from a report in JSON. Other fields come and go with the versions.
#[derive(Debug, Deserialize)]
struct EarlierReport {
    tool: EarlierTool,
    #[serde(default)]
    incomplete: bool,
    findings: Vec<EarlierFinding>,
}

#[derive(Debug, Deserialize)]
struct EarlierTool {
    version: String,
}

#[derive(Debug, Deserialize)]
struct EarlierFinding {
    code: String,
    severity: String,
    path: String,
    start: EarlierPoint,
    claims: Vec<String>,
    message: String,
}

#[derive(Debug, Deserialize)]
struct EarlierPoint {
    line: usize,
    column: usize,
}

/// Prints what differs from the report at `path`, and gives whether anything does.
///
/// # Errors
///
/// It is not a report in JSON.
pub fn tell(
    path: &Path,
    report: &Report,
    session: &Session,
    surroundings: &Surroundings,
) -> Result<bool, CommandError> {
    let file = workspace::read_file(&surroundings.current, path)?;
    let earlier: EarlierReport = serde_json::from_str(file.text()).map_err(|error| {
        format!("`{}` is not a report in JSON, as `--output-format json` writes it: {error}", file.path())
    })?;
    let context = session.context();
    let now = engine::compared(report, &session.gathered.files, |finding| context.message(finding));
    let before = earlier.findings.into_iter().map(of).collect();
    let engine::Differences { appeared, vanished, changed, same } = engine::compare(before, now);
    let mut text = String::new();
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    for one in &vanished {
        let _ = writeln!(text, "- {}", line(one));
    }
    for one in &appeared {
        let _ = writeln!(text, "+ {}", line(one));
    }
    for (old, new) in &changed {
        let _ =
            writeln!(text, "~ {}; before: {}[{}]", line(new), printable(&old.severity), printable(&old.code));
    }
    let unfinished = if earlier.incomplete { ", which was incomplete" } else { "" };
    let _ = writeln!(
        text,
        "Compared with `{}` (erstwhile {}{unfinished}): {} appeared, {} vanished, {} changed, {same} as before.",
        printable(file.path()),
        printable(&earlier.tool.version),
        appeared.len(),
        vanished.len(),
        changed.len()
    );
    output::write_text(&text)?;
    Ok(!(appeared.is_empty() && vanished.is_empty() && changed.is_empty()))
}

fn of(finding: EarlierFinding) -> ComparedFinding {
    let EarlierFinding { code, severity, path, start, mut claims, message } = finding;
    claims.sort();
    ComparedFinding { path, start: (start.line, start.column), code, severity, claims, message }
}

fn line(one: &ComparedFinding) -> String {
    let ComparedFinding { path, start, code, severity, message, .. } = one;
    let text = format!("{path}:{}:{}: {severity}[{code}] {message}", start.0, start.1);
    printable(&text).into_owned()
}

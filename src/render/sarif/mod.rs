//! SARIF 2.1.0: for code scanning on GitHub, for editors, and for whatever else collects findings of many tools.
//!
//! All codes are declared as rules, so that a reader can look up also what was not found. Each finding has its way back
//! to the evidence as a flow: the sentence, the claim, its sources. What no reader takes, because GitHub refuses files
//! beyond its limits, is left out and counted in a notification.

mod kept;
mod location;
mod result;
mod rules;

use std::io::{self, Write};

use serde::Serialize;

use super::{Style, batches, summary, unseen};
use crate::model::Report;
use crate::render::Context;
use kept::Kept;

/// Where the schema is published that the output names.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes `report`, with `trails` if it has any.
pub(super) fn render(
    report: &Report,
    context: &Context<'_>,
    _: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let kept = Kept::of(report);
    let mut run = serde_json::to_vec(&Run {
        tool: SarifTool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules::rules(),
            },
        },
        invocations: [Invocation {
            execution_successful: !report.incomplete,
            tool_execution_notifications: notifications(report, &kept, context),
        }],
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: location::bases(),
        properties: RunProperties {
            command: report.command,
            as_of: report.as_of.to_string(),
            known_by: report.known_by.map(|day| day.to_string()),
        },
    })?;
    // The results go on inside the run that the head began.
    run.pop();
    write!(out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[")?;
    out.write_all(&run)?;
    out.write_all(b",\"results\":[")?;
    batches::write_elements(&kept.rows, None, out, |row| {
        let trail = report.trails.get(*row).map_or(&[][..], Vec::as_slice);
        result::result(&report.findings[*row], trail, context)
    })?;
    out.write_all(b"\n]}]}\n")
}

/// What has to be said about the run as a whole.
fn notifications(report: &Report, kept: &Kept, context: &Context<'_>) -> Vec<Notification> {
    let incomplete =
        summary::incomplete(report, &context.words.general()).map(|words| Notification::new("error", words));
    let left_out =
        kept.notices(&context.words.general()).into_iter().map(|words| Notification::new("warning", words));
    let unseen = report.unseen.iter().map(|one| Notification::new("note", unseen::sentence(one)));
    incomplete.into_iter().chain(left_out).chain(unseen).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: SarifTool,
    invocations: [Invocation; 1],
    column_kind: &'static str,
    original_uri_base_ids: location::Bases,
    properties: RunProperties,
}

#[derive(Serialize)]
struct SarifTool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<rules::SarifRule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text<String>,
}

impl Notification {
    fn new(level: &'static str, words: impl Into<String>) -> Self {
        Self { level, message: Text { text: words.into() } }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunProperties {
    command: &'static str,
    as_of: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    known_by: Option<String>,
}

/// A text for people, as every message of SARIF is wrapped.
#[derive(Serialize)]
struct Text<T> {
    text: T,
}

#[cfg(test)]
mod tests;

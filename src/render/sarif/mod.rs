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

use super::object::{Json, object};
use super::{batches, summary, unseen};
use crate::model::Report;
use crate::render::Context;
use kept::Kept;

/// Where the schema is published that the output names.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes `report`, with `trails` if it has any.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let kept = Kept::of(report);
    let run = object! {
        "tool": object! {
            "driver": object! {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": Json::list(rules::rules()),
            },
        },
        "invocations": Json::list([object! {
            "executionSuccessful": !report.incomplete,
            "toolExecutionNotifications": Json::list(notifications(report, &kept, context)),
        }.filled()]),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": location::bases(),
        "properties": object! {
            "command": report.command,
            "asOf": report.as_of.to_string(),
            "knownBy": report.known_by.map(|day| day.to_string()),
        }.filled(),
    };
    let mut run = serde_json::to_vec(&run)?;
    // The results continue the run that the head began.
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
fn notifications<'a>(report: &Report, kept: &Kept, context: &Context<'_>) -> Vec<Json<'a>> {
    let notification =
        |level: &'static str, words: String| object! { "level": level, "message": text(words) };
    let words = context.words.general();
    let incomplete = summary::incomplete(report, &words).map(|words| notification("error", words));
    let left_out = kept.notices(&words).into_iter().map(|words| notification("warning", words));
    let unseen = report.unseen.iter().map(|one| notification("note", unseen::sentence(one)));
    incomplete.into_iter().chain(left_out).chain(unseen).collect()
}

/// A text for people, as every message of SARIF is wrapped.
fn text<'a>(text: impl Into<Json<'a>>) -> Json<'a> {
    object! { "text": text.into() }
}

#[cfg(test)]
mod tests;

//! One finding as a JSON object, as `report.schema.json` describes it.
//!
//! Written by hand: a report has a hundred thousand of them.

use std::io;

use super::Context;
use super::fact;
use super::written::{comma, list, number, optional, text};
use crate::model::{Confidence, Finding, Related};
use crate::text::{Place, Position};

/// Writes the finding at `at`, one of several that are written one after the other.
pub(super) fn write(
    findings: &[Finding],
    at: usize,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    /// How many are written after memory was asked for what they say.
    const TOGETHER: usize = 16;
    if at.is_multiple_of(TOGETHER) {
        context.words.prefetch(&findings[at..findings.len().min(at + TOGETHER)]);
    }
    findings.get(at).map_or(Ok(()), |finding| object(finding, context, out))
}

fn object(finding: &Finding, context: &Context<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let worded = context.worded(finding);
    out.extend_from_slice(b"{\"code\":\"");
    out.extend_from_slice(finding.code.as_str().as_bytes());
    out.extend_from_slice(b"\",\"severity\":\"");
    out.extend_from_slice(finding.severity.as_str().as_bytes());
    out.extend_from_slice(b"\",\"rule\":");
    optional(finding.rule.as_deref().map(|rule| rule.id.as_str()), out)?;
    out.extend_from_slice(b",\"message\":");
    text(&worded.message, out)?;
    out.extend_from_slice(b",\"label\":");
    text(&worded.label, out)?;
    out.extend_from_slice(b",\"help\":");
    optional(worded.help.as_deref(), out)?;
    location(finding.site.place, context, out)?;
    out.extend_from_slice(b",\"claims\":");
    list(finding.claims.iter(), out, |claim, out| text(claim, out))?;
    out.extend_from_slice(b",\"related\":[");
    for (at, (Related { site, .. }, message)) in finding.related.iter().zip(&worded.related).enumerate() {
        comma(at, out);
        out.extend_from_slice(b"{\"message\":");
        text(message, out)?;
        location(site.place, context, out)?;
        out.push(b'}');
    }
    out.extend_from_slice(b"],\"fact\":");
    fact::write(context.words.base(), &finding.fact, out)?;
    out.extend_from_slice(b",\"edit\":");
    edit(finding, context, out)?;
    out.extend_from_slice(b",\"pairs\":");
    number(finding.pairs, out)?;
    out.extend_from_slice(b",\"confidence\":");
    optional(finding.confidence.map(Confidence::as_str), out)?;
    out.extend_from_slice(b",\"fingerprint\":");
    text(&finding.fingerprint, out)?;
    out.push(b'}');
    Ok(())
}

/// The change of text that fixes the finding: where, and what is written there.
fn edit(finding: &Finding, context: &Context<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let Some(edit) = finding.edit else { return optional(None, out) };
    let words = context.words.for_draft(finding.language.as_deref()).suggestion(edit.suggestion);
    let is_put_in = edit.site.place.span.is_empty();
    out.extend_from_slice(b"{\"replacement\":");
    text(&if is_put_in { format!(" {words}") } else { words }, out)?;
    location(edit.site.place, context, out)?;
    out.push(b'}');
    Ok(())
}

/// The members `path`, `start` and `end`, with a comma before them.
fn location(place: Place, context: &Context<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let (start, end) = context.files.positions(place);
    out.extend_from_slice(b",\"path\":");
    text(context.files.get(place.file).path(), out)?;
    out.extend_from_slice(b",\"start\":");
    point(start, out)?;
    out.extend_from_slice(b",\"end\":");
    point(end, out)
}

fn point(Position { line, column, byte }: Position, out: &mut Vec<u8>) -> io::Result<()> {
    out.extend_from_slice(b"{\"line\":");
    number(line, out)?;
    out.extend_from_slice(b",\"column\":");
    number(column, out)?;
    out.extend_from_slice(b",\"byte\":");
    number(byte, out)?;
    out.push(b'}');
    Ok(())
}

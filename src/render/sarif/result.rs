//! One finding as a result of SARIF.

use super::kept::PLACES;
use super::location::location;
use super::{rules, text};
use crate::model::{Confidence, Finding, Ground, Step};
use crate::render::Context;
use crate::render::object::{Json, object};
use crate::words::Worded;

/// A finding with the way back to its evidence; without, where `trail` is empty.
pub(super) fn result<'a>(finding: &'a Finding, trail: &[Step], context: &Context<'_>) -> Json<'a> {
    let worded = context.worded(finding);
    // The primary place is one of those that are counted.
    let related = finding.related.iter().zip(&worded.related).take(PLACES - 1).enumerate();
    let related = related.map(|(at, (related, message))| {
        location(related.site.place, context.files, Some(at + 1), Some(message.clone()))
    });
    let result = object! {
        "ruleId": finding.code.as_str(),
        "ruleIndex": rules::index(finding.code),
        "level": finding.severity.as_str(),
        "message": text(message(&worded)),
        "locations": Json::list([location(finding.site.place, context.files, None, None)]),
        "relatedLocations": Json::list(related),
        "codeFlows": Json::list(code_flows(trail, context)),
        "partialFingerprints": object! { "erstwhile/v1": &finding.fingerprint },
        "properties": properties(finding),
    };
    result.filled()
}

fn properties(finding: &Finding) -> Json<'_> {
    let more = object! {
        "rule": finding.rule.as_deref().map(|rule| rule.id.as_str()),
        "confidence": finding.confidence.map(Confidence::as_str),
    };
    object! { "claims": Json::list(finding.claims.iter().take(PLACES)) }.and(more.filled())
}

/// What is wrong, and in a paragraph of its own what to do.
fn message(worded: &Worded) -> String {
    let help = worded.help.as_deref().map_or_else(String::new, |help| format!("\n\n{help}"));
    // Brackets before brackets would be a link, and what they say may be written in a file.
    format!("{}{help}", worded.message).replace("](", "] (")
}

/// A way for each claim: what was found, the claim, its sources.
fn code_flows<'a>(trail: &[Step], context: &Context<'_>) -> Vec<Json<'a>> {
    let trail = &trail[..trail.len().min(PLACES)];
    let begins = trail.iter().position(|step| step.ground != Ground::Found).unwrap_or(trail.len());
    let (found, rest) = trail.split_at(begins);
    let flow = |steps: &[Step]| {
        let locations = Json::list(found.iter().chain(steps).map(|step| flow_location(step, context)));
        object! { "threadFlows": Json::list([object! { "locations": locations }]) }
    };
    rest.chunk_by(|_, next| next.ground != Ground::Claim).map(flow).collect()
}

fn flow_location<'a>(step: &Step, context: &Context<'_>) -> Json<'a> {
    let nesting_level = match step.ground {
        Ground::Found => 0,
        Ground::Claim => 1,
        Ground::Source => 2,
    };
    let message = context.words.general().message(&step.fact);
    let location = location(step.place, context.files, None, Some(message));
    object! { "location": location, "nestingLevel": nesting_level }
}

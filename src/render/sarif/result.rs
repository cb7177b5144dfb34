//! One finding as a result of SARIF.

use serde::Serialize;

use super::kept::PLACES;
use super::location::SarifLocation;
use super::{Text, rules};
use crate::model::{Confidence, Finding, Ground, Step};
use crate::render::Context;
use crate::words::Worded;

/// A result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifResult<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text<String>,
    locations: [SarifLocation; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<SarifLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    code_flows: Vec<CodeFlow>,
    partial_fingerprints: Fingerprints<'a>,
    properties: ResultProperties<'a>,
}

#[derive(Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "erstwhile/v1")]
    own: &'a str,
}

#[derive(Serialize)]
struct ResultProperties<'a> {
    claims: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<&'static str>,
}

/// A way from a sentence or record over a claim to its sources.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CodeFlow {
    thread_flows: [ThreadFlow; 1],
}

#[derive(Serialize)]
struct ThreadFlow {
    locations: Vec<FlowLocation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FlowLocation {
    location: SarifLocation,
    nesting_level: u8,
}

/// A finding with the way back to its evidence; without, where `trail` is empty.
pub(super) fn result<'a>(finding: &'a Finding, trail: &[Step], context: &Context<'_>) -> SarifResult<'a> {
    // The primary place is one of those that are counted.
    let worded = context.worded(finding);
    let related = finding.related.iter().zip(&worded.related).take(PLACES - 1).enumerate();
    let related = related.map(|(at, (related, message))| {
        SarifLocation::new(related.site.place, context.files).numbered(at + 1).with(message)
    });
    SarifResult {
        rule_id: finding.code.as_str(),
        rule_index: rules::index(finding.code),
        level: finding.severity.as_str(),
        message: Text { text: message(&worded) },
        locations: [SarifLocation::new(finding.site.place, context.files)],
        related_locations: related.collect(),
        code_flows: code_flows(trail, context),
        partial_fingerprints: Fingerprints { own: &finding.fingerprint },
        properties: ResultProperties {
            claims: &finding.claims[..finding.claims.len().min(PLACES)],
            rule: finding.rule.as_deref().map(|rule| rule.id.as_str()),
            confidence: finding.confidence.map(Confidence::as_str),
        },
    }
}

/// What is wrong, and in a paragraph of its own what to do.
fn message(worded: &Worded) -> String {
    let help = worded.help.as_deref().map_or_else(String::new, |help| format!("\n\n{help}"));
    // Brackets before brackets would be a link, and what they say may be written in a file.
    format!("{}{help}", worded.message).replace("](", "] (")
}

/// A way for each claim: what was found, the claim, its sources.
fn code_flows(trail: &[Step], context: &Context<'_>) -> Vec<CodeFlow> {
    let trail = &trail[..trail.len().min(PLACES)];
    let begins = trail.iter().position(|step| step.ground != Ground::Found).unwrap_or(trail.len());
    let (found, rest) = trail.split_at(begins);
    let flow = |steps: &[Step]| {
        let locations = found.iter().chain(steps).map(|step| flow_location(step, context)).collect();
        CodeFlow { thread_flows: [ThreadFlow { locations }] }
    };
    rest.chunk_by(|_, next| next.ground != Ground::Claim).map(flow).collect()
}

fn flow_location(step: &Step, context: &Context<'_>) -> FlowLocation {
    let nesting_level = match step.ground {
        Ground::Found => 0,
        Ground::Claim => 1,
        Ground::Source => 2,
    };
    FlowLocation {
        location: SarifLocation::new(step.place, context.files)
            .with(context.words.general().message(&step.fact)),
        nesting_level,
    }
}

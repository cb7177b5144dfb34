//! The parts of the JSON object about drafts and about an earlier day: a contract, as the rest of it.

use super::{by_section, claim, days};
use crate::model::{Finding, Gone, InDraft, Section, ToChange};
use crate::render::fact;
use crate::render::json::ends;
use crate::render::object::{Json, object};
use crate::render::outdated::words::Listing;

pub(super) fn said(said: &InDraft) -> Json<'_> {
    object! { "path": &said.path }.and(ends((said.start, said.end))).and(object! {
        "sentence": &said.sentence,
        "verdict": said.verdict.as_str(),
        "confidence": said.confidence.as_str(),
        "code": said.code.map(|code| code.as_str()),
    })
}

/// A sentence that says what is no longer true; `entries` are places in the list of entries.
pub(super) fn sentence<'a>(listing: &Listing<'a>, change: &'a ToChange) -> Json<'a> {
    let entries = change.says.iter().filter_map(|at| listing.outdated.entries.get(*at));
    object! { "path": &change.path }.and(ends((change.start, change.end))).and(object! {
        "sentence": &change.sentence,
        "entries": Json::list(change.says.iter().copied()),
        "claims": Json::list(entries.map(|entry| &entry.mention.claim)),
        "findings": Json::list(change.findings.iter().map(|finding| found(listing, finding))),
    })
}

fn found<'a>(listing: &Listing<'a>, finding: &Finding) -> Json<'a> {
    let worded = listing.words.of(finding);
    object! {
        "code": finding.code.as_str(),
        "severity": finding.severity.as_str(),
        "message": worded.message,
        "help": worded.help,
        "fact": fact::json(listing.words.base(), &finding.fact),
    }
}

pub(super) fn change<'a>(listing: &Listing<'a>) -> Option<Json<'a>> {
    let outdated = listing.outdated;
    let trend = outdated.trend.as_ref()?;
    // How many entries a section had and has, how many have come and how many have gone.
    let moved = |section: Section| {
        object! {
            "then": trend.count(section),
            "now": outdated.count(section),
            "new": trend.new_in(section),
            "gone": trend.gone_from(section),
        }
    };
    Some(object! {
        "since": trend.since.to_string(),
        "known_by": trend.known_by.to_string(),
        "sections": by_section(moved),
        "gone": Json::list(trend.gone.iter().map(|gone| went(listing, gone))),
    })
}

fn went<'a>(listing: &Listing<'a>, gone: &'a Gone) -> Json<'a> {
    object! { "section": gone.section.as_str() }.and(claim(listing, &gone.mention)).and(object! {
        "since": gone.since.map(days),
        "now_in": Json::list(gone.now_in.iter().map(|section| section.as_str())),
    })
}

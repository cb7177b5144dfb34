//! The parts of the JSON object about drafts and about an earlier day: a contract, as the rest of it.

use serde::Serialize;
use serde_json::Value;

use super::{Claim, EdgeDays, LineAndColumn, claim, days, point};
use crate::model::{Finding, Gone, InDraft, Outdated, Section, ToChange, Trend};
use crate::render::fact;
use crate::render::outdated::words::Listing;

#[derive(Serialize)]
pub(super) struct Drafts {
    read: usize,
    saying: usize,
    other: usize,
}

#[derive(Serialize)]
pub(super) struct SentenceToChange<'a> {
    path: &'a str,
    start: LineAndColumn,
    end: LineAndColumn,
    sentence: &'a str,
    verdict: &'static str,
    code: Option<&'static str>,
}

/// A sentence that says what is no longer true; `entries` are places in the list of entries.
#[derive(Serialize)]
pub(super) struct Sentence<'a> {
    path: &'a str,
    start: LineAndColumn,
    end: LineAndColumn,
    sentence: &'a str,
    entries: &'a [usize],
    claims: Vec<&'a str>,
    findings: Vec<SentenceFinding>,
}

#[derive(Serialize)]
struct SentenceFinding {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    fact: Value,
}

#[derive(Serialize)]
pub(super) struct Changes<'a> {
    since: String,
    known_by: String,
    sections: Sections,
    gone: Vec<Went<'a>>,
}

#[derive(Serialize)]
struct Sections {
    superseded: Moved,
    ended: Moved,
    stale: Moved,
    expiring: Moved,
    unsourced: Moved,
    contradiction: Moved,
}

/// How many entries a section had and has, how many have come and how many have gone.
#[derive(Serialize)]
struct Moved {
    then: usize,
    now: usize,
    new: usize,
    gone: usize,
}

#[derive(Serialize)]
struct Went<'a> {
    section: &'static str,
    #[serde(flatten)]
    claim: Claim<'a>,
    since: Option<EdgeDays>,
    now_in: Vec<&'static str>,
}

pub(super) fn drafts(outdated: &Outdated) -> Option<Drafts> {
    outdated.drafts.map(|counts| Drafts { read: counts.read, saying: counts.saying, other: counts.other })
}

pub(super) fn said(said: &InDraft) -> SentenceToChange<'_> {
    SentenceToChange {
        path: &said.path,
        start: point(said.start),
        end: point(said.end),
        sentence: &said.sentence,
        verdict: said.verdict.as_str(),
        code: said.code.map(|code| code.as_str()),
    }
}

pub(super) fn sentence<'a>(listing: &Listing<'a>, change: &'a ToChange) -> Sentence<'a> {
    let entries = change.says.iter().filter_map(|at| listing.outdated.entries.get(*at));
    Sentence {
        path: &change.path,
        start: point(change.start),
        end: point(change.end),
        sentence: &change.sentence,
        entries: &change.says,
        claims: entries.map(|entry| entry.mention.claim.as_str()).collect(),
        findings: change.findings.iter().map(|finding| found(listing, finding)).collect(),
    }
}

fn found(listing: &Listing<'_>, finding: &Finding) -> SentenceFinding {
    let worded = listing.words.of(finding);
    SentenceFinding {
        code: finding.code.as_str(),
        severity: finding.severity.as_str(),
        message: worded.message,
        help: worded.help,
        fact: fact::json(listing.words.base(), &finding.fact),
    }
}

pub(super) fn change<'a>(listing: &Listing<'a>) -> Option<Changes<'a>> {
    let outdated = listing.outdated;
    let trend = outdated.trend.as_ref()?;
    let moved = |section| moved(outdated, trend, section);
    Some(Changes {
        since: trend.since.to_string(),
        known_by: trend.known_by.to_string(),
        sections: Sections {
            superseded: moved(Section::Superseded),
            ended: moved(Section::Ended),
            stale: moved(Section::Stale),
            expiring: moved(Section::Expiring),
            unsourced: moved(Section::Unsourced),
            contradiction: moved(Section::Contradiction),
        },
        gone: trend.gone.iter().map(|gone| went(listing, gone)).collect(),
    })
}

fn moved(outdated: &Outdated, trend: &Trend, section: Section) -> Moved {
    Moved {
        then: trend.count(section),
        now: outdated.count(section),
        new: trend.new_in(section),
        gone: trend.gone_from(section),
    }
}

fn went<'a>(listing: &Listing<'a>, gone: &'a Gone) -> Went<'a> {
    Went {
        section: gone.section.as_str(),
        claim: claim(listing, &gone.mention),
        since: gone.since.map(days),
        now_in: gone.now_in.iter().map(|section| section.as_str()).collect(),
    }
}

//! The parts of the JSON object about drafts and about an earlier day: a contract, as the rest of it.

use serde::Serialize;

use super::{Claim, Days, Point, claim, days, point};
use crate::model::{Gone, InDraft, Outdated, Section, Trend};
use crate::render::outdated::changes;
use crate::text::Files;

#[derive(Serialize)]
pub(super) struct Drafts {
    read: usize,
    saying: usize,
    other: usize,
}

#[derive(Serialize)]
pub(super) struct Said<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    sentence: &'a str,
    verdict: &'static str,
    code: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Change<'a> {
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
    since: Option<Days>,
    now_in: Vec<&'static str>,
}

pub(super) fn drafts(outdated: &Outdated) -> Option<Drafts> {
    outdated.drafts.map(|counts| Drafts { read: counts.read, saying: counts.saying, other: counts.other })
}

pub(super) fn said(said: &InDraft) -> Said<'_> {
    Said {
        path: &said.path,
        start: point(said.start),
        end: point(said.end),
        sentence: &said.sentence,
        verdict: said.verdict.as_str(),
        code: said.code.map(|code| code.as_str()),
    }
}

pub(super) fn change<'a>(outdated: &'a Outdated, files: &'a Files) -> Option<Change<'a>> {
    let trend = outdated.trend.as_ref()?;
    let moved = |section| moved(outdated, trend, section);
    Some(Change {
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
        gone: trend.gone.iter().map(|gone| went(gone, files)).collect(),
    })
}

fn moved(outdated: &Outdated, trend: &Trend, section: Section) -> Moved {
    Moved {
        then: trend.count(section),
        now: outdated.section(section).count(),
        new: changes::new(outdated, section),
        gone: trend.gone_from(section).count(),
    }
}

fn went<'a>(gone: &'a Gone, files: &'a Files) -> Went<'a> {
    Went {
        section: gone.section.as_str(),
        claim: claim(&gone.mention, files),
        since: gone.since.map(days),
        now_in: gone.now_in.iter().map(|section| section.as_str()).collect(),
    }
}

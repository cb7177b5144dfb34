//! What is outdated, as one JSON object, as `schema.json` beside this file describes it. For programs: a contract.

mod changes;

use std::io::{self, Write};

use super::words::Listing;
use crate::model::{Authority, Mention, Outdated, OutdatedClaim, Passage, Section, SourceKind};
use crate::render::fact;
use crate::render::json::{ends, tool, unseen_files};
use crate::render::object::{Json, object};
use crate::time::{Bound, Edge, Period};

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

/// Increased whenever a reader of the last version might misread the next.
const SCHEMA_VERSION: u32 = 2;

/// Writes the list on one line.
pub(super) fn render(listing: &Listing<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &whole(listing))?;
    out.write_all(b"\n")
}

fn whole<'a>(listing: &Listing<'a>) -> Json<'a> {
    let outdated = listing.outdated;
    let count = |section: Section| outdated.count(section);
    object! {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "command": "report",
        "as_of": outdated.as_of.to_string(),
        "known_by": outdated.known_by.map(|day| day.to_string()),
        "within": outdated.within.to_string(),
        "until": outdated.until.to_string(),
        "incomplete": outdated.incomplete,
        "unseen": unseen_files(&outdated.unseen),
        "left_out": left_out(outdated),
        "summary": object! { "claims": outdated.claims }.and(by_section(|section| count(section).into())),
        "drafts": outdated.drafts.map(|counts| {
            object! { "read": counts.read, "saying": counts.saying, "other": counts.other }
        }),
        "trend": changes::change(listing),
        "to_change": Json::list(outdated.to_change.iter().map(|change| changes::sentence(listing, change))),
        "to_check": Json::list(outdated.to_check.iter().map(|change| changes::sentence(listing, change))),
        "entries": Json::list(outdated.entries.iter().map(|entry| listed(listing, entry))),
    }
}

/// The entries that are counted and not listed.
fn left_out<'a>(outdated: &Outdated) -> Json<'a> {
    let gone = outdated.trend.as_ref().map_or(0, |trend| trend.all_gone() - trend.gone.len());
    by_section(|section| outdated.left_out.count(section).into()).and(object! { "gone": gone })
}

/// A field for each section.
fn by_section<'a>(value: impl Fn(Section) -> Json<'a>) -> Json<'a> {
    object! {
        "superseded": value(Section::Superseded),
        "ended": value(Section::Ended),
        "stale": value(Section::Stale),
        "expiring": value(Section::Expiring),
        "unsourced": value(Section::Unsourced),
        "contradiction": value(Section::Contradiction),
    }
}

fn listed<'a>(listing: &Listing<'a>, entry: &'a OutdatedClaim) -> Json<'a> {
    let base = listing.words.base();
    let claims = |mentions: &'a [Mention]| Json::list(mentions.iter().map(|mention| claim(listing, mention)));
    let head = object! {
        "section": entry.section.as_str(),
        "code": entry.code().map(|code| code.as_str()),
        "severity": entry.finding.as_ref().map(|finding| finding.severity.as_str()),
    };
    head.and(claim(listing, &entry.mention)).and(object! {
        "since": entry.since.map(days),
        "days": entry.since.and_then(|since| listing.outdated.as_of.minus(since.latest)),
        "why": listing.say.message(&entry.why),
        "help": listing.help(entry),
        "fact": fact::json(base, &entry.why),
        "finding_fact": entry.finding.as_ref().map(|finding| fact::json(base, &finding.fact)),
        "earlier": Json::list(entry.earlier.iter().map(|earlier| listed(listing, earlier))),
        "replaced_by": Json::list(entry.replaced_by.iter().map(|replacement| {
            object! { "how": replacement.how.as_str() }.and(claim(listing, &replacement.by))
        })),
        "now": claims(&entry.now),
        "against": claims(&entry.against),
        "in_drafts": Json::list(entry.in_drafts.iter().map(changes::said)),
        "new": entry.is_new(),
        "was_in": entry.was_in.as_ref().map(|were| Json::list(were.iter().map(|section| section.as_str()))),
    })
}

/// A claim with its place.
fn claim<'a>(listing: &Listing<'a>, mention: &'a Mention) -> Json<'a> {
    let place = mention.place;
    let claim = object! {
        "claim": &mention.claim,
        "statement": listing.say.said(mention.record),
        "subject": mention.subject.as_ref().map(|subject| object! { "id": &subject.id, "name": &subject.name }),
        "period": when(listing, mention.period),
        "sources": Json::list(mention.sources.iter().map(cited)),
        "path": listing.files.get(place.file).path(),
    };
    claim.and(ends(listing.files.positions(place)))
}

fn when<'a>(listing: &Listing<'_>, period: Period) -> Json<'a> {
    let is_said = |edge: Edge, bound: Bound| {
        edge == Edge::Stated || edge == Edge::Pending && bound.earliest.is_finite()
    };
    let side = |edge: Edge, bound: Bound| is_said(edge, bound).then(|| days(bound));
    object! {
        "edtf": period.to_string(),
        "words": listing.say.period(period),
        "start": side(period.start_edge(), period.start()),
        "end": side(period.end_edge(), period.end()),
    }
}

/// The days that a date may mean; `null` is not a limit.
fn days<'a>(bound: Bound) -> Json<'a> {
    let day = |day: crate::time::Day| day.is_finite().then(|| day.to_string());
    object! { "earliest": day(bound.earliest), "latest": day(bound.latest) }
}

fn cited(authority: &Authority) -> Json<'_> {
    object! {
        "id": &authority.source,
        "title": authority.title.as_deref(),
        "publisher": authority.publisher.as_deref(),
        "published": authority.published.map(|published| published.to_string()),
        "kind": authority.kind.map(SourceKind::as_str),
        "url": authority.url.as_deref(),
        "passages": Json::list(authority.passages.iter().map(quoted)),
    }
}

fn quoted(passage: &Passage) -> Json<'_> {
    object! { "quote": passage.quote.as_deref(), "locator": passage.locator.as_deref() }
}

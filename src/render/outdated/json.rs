//! What is outdated, as one JSON object, as `schema.json` beside this file describes it. For programs: a contract.

mod changes;

use std::io::{self, Write};

use serde::Serialize;

use serde_json::Value;

use super::words::Listing;
use crate::model::{Authority, Mention, OutdatedClaim, Passage, Replacement, Section, SourceKind, Subject};
use crate::render::fact;
use crate::render::json::Tool;
use crate::text::{Place, Position};
use crate::time::{Bound, Edge, Period};

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

/// Raised whenever a reader of the last version might misread the next.
const SCHEMA_VERSION: u32 = 2;

/// Writes the list on one line.
pub(super) fn render(listing: &Listing<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &whole(listing))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Whole<'a> {
    schema_version: u32,
    tool: Tool,
    command: &'static str,
    as_of: String,
    known_by: Option<String>,
    within: String,
    until: String,
    incomplete: bool,
    summary: SectionCounts,
    drafts: Option<changes::Drafts>,
    trend: Option<changes::Changes<'a>>,
    to_change: Vec<changes::Sentence<'a>>,
    entries: Vec<ListedEntry<'a>>,
}

#[derive(Serialize)]
struct SectionCounts {
    claims: usize,
    superseded: usize,
    ended: usize,
    stale: usize,
    expiring: usize,
    unsourced: usize,
    contradiction: usize,
}

#[derive(Serialize)]
struct ListedEntry<'a> {
    section: &'static str,
    code: Option<&'static str>,
    severity: Option<&'static str>,
    #[serde(flatten)]
    claim: Claim<'a>,
    since: Option<EdgeDays>,
    days: Option<i32>,
    why: String,
    help: Option<String>,
    fact: Value,
    finding_fact: Option<Value>,
    earlier: Vec<ListedEntry<'a>>,
    replaced_by: Vec<By<'a>>,
    now: Vec<Claim<'a>>,
    against: Vec<Claim<'a>>,
    in_drafts: Vec<changes::SentenceToChange<'a>>,
    new: Option<bool>,
    was_in: Option<Vec<&'static str>>,
}

/// A claim with its place. Apart from the model, so that renaming there changes no contract.
#[derive(Serialize)]
struct Claim<'a> {
    claim: &'a str,
    statement: String,
    subject: Option<About<'a>>,
    period: When,
    sources: Vec<SourceOfClaim<'a>>,
    path: &'a str,
    start: LineAndColumn,
    end: LineAndColumn,
}

#[derive(Serialize)]
struct About<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct By<'a> {
    how: &'static str,
    #[serde(flatten)]
    claim: Claim<'a>,
}

#[derive(Serialize)]
struct When {
    edtf: String,
    words: String,
    start: Option<EdgeDays>,
    end: Option<EdgeDays>,
}

/// The days that a date may mean; `null` is not a limit.
#[derive(Serialize)]
struct EdgeDays {
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct SourceOfClaim<'a> {
    id: &'a str,
    title: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    kind: Option<&'static str>,
    url: Option<&'a str>,
    passages: Vec<QuotedPassage<'a>>,
}

#[derive(Serialize)]
struct QuotedPassage<'a> {
    quote: Option<&'a str>,
    locator: Option<&'a str>,
}

#[derive(Serialize)]
struct LineAndColumn {
    line: usize,
    column: usize,
    byte: usize,
}

fn whole<'a>(listing: &Listing<'a>) -> Whole<'a> {
    let outdated = listing.outdated;
    let count = |section: Section| outdated.section(section).count();
    Whole {
        schema_version: SCHEMA_VERSION,
        tool: Tool::THIS,
        command: "report",
        as_of: outdated.as_of.to_string(),
        known_by: outdated.known_by.map(|day| day.to_string()),
        within: outdated.within.to_string(),
        until: outdated.until.to_string(),
        incomplete: outdated.incomplete,
        summary: SectionCounts {
            claims: outdated.claims,
            superseded: count(Section::Superseded),
            ended: count(Section::Ended),
            stale: count(Section::Stale),
            expiring: count(Section::Expiring),
            unsourced: count(Section::Unsourced),
            contradiction: count(Section::Contradiction),
        },
        drafts: changes::drafts(outdated),
        trend: changes::change(listing),
        to_change: outdated.to_change.iter().map(|change| changes::sentence(listing, change)).collect(),
        entries: outdated.entries.iter().map(|entry| listed(listing, entry)).collect(),
    }
}

fn listed<'a>(listing: &Listing<'a>, entry: &'a OutdatedClaim) -> ListedEntry<'a> {
    let base = listing.words.base();
    ListedEntry {
        section: entry.section.as_str(),
        code: entry.code().map(|code| code.as_str()),
        severity: entry.finding.as_ref().map(|finding| finding.severity.as_str()),
        claim: claim(listing, &entry.mention),
        since: entry.since.map(days),
        days: entry.since.and_then(|since| listing.outdated.as_of.minus(since.latest)),
        why: listing.say.message(&entry.why),
        help: listing.help(entry),
        fact: fact::json(base, &entry.why),
        finding_fact: entry.finding.as_ref().map(|finding| fact::json(base, &finding.fact)),
        earlier: entry.earlier.iter().map(|earlier| listed(listing, earlier)).collect(),
        replaced_by: entry.replaced_by.iter().map(|replacement| by(listing, replacement)).collect(),
        now: entry.now.iter().map(|mention| claim(listing, mention)).collect(),
        against: entry.against.iter().map(|mention| claim(listing, mention)).collect(),
        in_drafts: entry.in_drafts.iter().map(changes::said).collect(),
        new: entry.is_new(),
        was_in: entry.was_in.as_ref().map(|were| were.iter().map(|section| section.as_str()).collect()),
    }
}

fn by<'a>(listing: &Listing<'a>, replacement: &'a Replacement) -> By<'a> {
    By { how: replacement.how.as_str(), claim: claim(listing, &replacement.by) }
}

fn claim<'a>(listing: &Listing<'a>, mention: &'a Mention) -> Claim<'a> {
    let (path, start, end) = location(listing, mention.place);
    Claim {
        claim: &mention.claim,
        statement: listing.say.said(mention.record),
        subject: mention.subject.as_ref().map(about),
        period: when(listing, mention.period),
        sources: mention.sources.iter().map(cited).collect(),
        path,
        start,
        end,
    }
}

fn about(subject: &Subject) -> About<'_> {
    About { id: &subject.id, name: &subject.name }
}

fn when(listing: &Listing<'_>, period: Period) -> When {
    let is_said = |edge: Edge, bound: Bound| {
        edge == Edge::Stated || edge == Edge::Pending && bound.earliest.is_finite()
    };
    let side = |edge: Edge, bound: Bound| is_said(edge, bound).then(|| days(bound));
    When {
        edtf: period.to_string(),
        words: listing.say.period(period),
        start: side(period.start_edge(), period.start()),
        end: side(period.end_edge(), period.end()),
    }
}

fn days(bound: Bound) -> EdgeDays {
    let day = |day: crate::time::Day| day.is_finite().then(|| day.to_string());
    EdgeDays { earliest: day(bound.earliest), latest: day(bound.latest) }
}

fn cited(authority: &Authority) -> SourceOfClaim<'_> {
    SourceOfClaim {
        id: &authority.source,
        title: authority.title.as_deref(),
        publisher: authority.publisher.as_deref(),
        published: authority.published.map(|published| published.to_string()),
        kind: authority.kind.map(SourceKind::as_str),
        url: authority.url.as_deref(),
        passages: authority.passages.iter().map(words).collect(),
    }
}

fn words(passage: &Passage) -> QuotedPassage<'_> {
    QuotedPassage { quote: passage.quote.as_deref(), locator: passage.locator.as_deref() }
}

fn location<'a>(listing: &Listing<'a>, place: Place) -> (&'a str, LineAndColumn, LineAndColumn) {
    let (start, end) = listing.files.positions(place);
    (listing.files.get(place.file).path(), point(start), point(end))
}

fn point(at: Position) -> LineAndColumn {
    LineAndColumn { line: at.line, column: at.column, byte: at.byte }
}

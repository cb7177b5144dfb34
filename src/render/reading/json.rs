//! Readings as one JSON object, as `schema.json` beside this file describes it. For programs: a contract.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::ReadingDays;
use crate::model::{Assertion, Base, Cited, Fact, ReadSentence, Reading, Why};
use crate::render::fact;
use crate::render::json::{Point, Tool, points};
use crate::text::{Files, Place, Span};
use crate::time::Day;
use crate::words::Wording;
use crate::words::Words;

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

const SCHEMA_VERSION: u32 = 2;

/// Writes what precedes the drafts, all on one line.
pub fn begin(days: ReadingDays, out: &mut dyn Write) -> io::Result<()> {
    let head = ReadingHead {
        schema_version: SCHEMA_VERSION,
        tool: Tool::THIS,
        command: "read",
        as_of: days.as_of.to_string(),
        known_by: days.known_by.map(|day| day.to_string()),
    };
    let mut head = serde_json::to_vec(&head)?;
    // The drafts go on inside the object that the head began.
    head.pop();
    out.write_all(&head)?;
    out.write_all(b",\"files\":[")
}

/// Writes one draft.
pub fn write(
    reading: &Reading,
    as_of: Day,
    words: Words<'_>,
    files: &Files,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let words = words.for_draft(Some(&reading.language));
    Ok(serde_json::to_writer(out, &file(reading, as_of, words, files))?)
}

/// Writes what follows the drafts.
pub fn finish(incomplete: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "],\"incomplete\":{incomplete}}}")
}

#[derive(Serialize)]
struct ReadingHead {
    schema_version: u32,
    tool: Tool,
    command: &'static str,
    as_of: String,
    known_by: Option<String>,
}

#[derive(Serialize)]
struct ShownFile<'a> {
    path: &'a str,
    as_of: String,
    date: Option<String>,
    date_from: Option<&'a str>,
    language: &'a str,
    assertions: Vec<ShownAssertion<'a>>,
    silent: Vec<Unread<'a>>,
}

#[derive(Serialize)]
struct ShownAssertion<'a> {
    sentence: &'a str,
    start: Point,
    end: Point,
    words: Vec<ReadingSpan>,
    subject: Option<&'a str>,
    relation: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    claims: Vec<&'a str>,
    polarity: &'static str,
    modality: &'static str,
    time: ShownTime,
    confidence: &'static str,
    verdict: &'static str,
    decided_by: Option<&'a str>,
    citations: Vec<ShownCitation<'a>>,
    why: Vec<ShownWhy>,
}

#[derive(Serialize)]
struct Unread<'a> {
    sentence: &'a str,
    start: Point,
    end: Point,
    entities: Vec<&'a str>,
    why: Option<String>,
    fact: Option<Value>,
}

#[derive(Serialize)]
struct ShownTime {
    kind: &'static str,
    from: Option<String>,
    until: Option<String>,
}

#[derive(Serialize)]
struct ShownCitation<'a> {
    sources: Vec<&'a str>,
    written: &'a str,
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct ShownWhy {
    what: String,
    start: Point,
    end: Point,
    fact: Value,
}

#[derive(Serialize)]
struct ReadingSpan {
    start: Point,
    end: Point,
}

/// Turns places of one file into points.
struct Points<'a> {
    files: &'a Files,
    reading: &'a Reading,
}

impl Points<'_> {
    fn of(&self, span: Span) -> (Point, Point) {
        points(Place { file: self.reading.file, span }, self.files)
    }
}

fn file<'a>(reading: &'a Reading, as_of: Day, words: Wording<'a>, files: &'a Files) -> ShownFile<'a> {
    let points = Points { files, reading };
    let assertions = reading.sentences.iter().flat_map(|sentence| {
        sentence.assertions.iter().map(|one| assertion(one, sentence, words, &points)).collect::<Vec<_>>()
    });
    let silent = reading.sentences.iter().filter(|sentence| sentence.assertions.is_empty());
    ShownFile {
        path: files.get(reading.file).path(),
        as_of: as_of.to_string(),
        date: reading.date.map(|date| date.to_string()),
        date_from: reading.date_from.as_deref(),
        language: &reading.language,
        assertions: assertions.collect(),
        silent: silent.map(|sentence| unread(sentence, words, &points)).collect(),
    }
}

fn assertion<'a>(
    one: &'a Assertion,
    sentence: &'a ReadSentence,
    words: Wording<'a>,
    points: &Points<'_>,
) -> ShownAssertion<'a> {
    let base = words.base;
    let (start, end) = points.of(sentence.span);
    let stretch = |span: &Span| {
        let (start, end) = points.of(*span);
        ReadingSpan { start, end }
    };
    ShownAssertion {
        sentence: &sentence.text,
        start,
        end,
        words: one.words.iter().map(stretch).collect(),
        subject: one.subject.map(|subject| base.entities.id(subject)),
        relation: base.relations.id(one.relation),
        object: one.object.map(|object| base.entities.id(object)),
        value: one.value.as_ref().map(|(_, written)| written.as_str()),
        claims: one.claims.iter().map(|claim| base.claims.id(*claim)).collect(),
        polarity: one.polarity.as_str(),
        modality: one.modality.as_str(),
        time: ShownTime {
            kind: one.time.kind.as_str(),
            from: one.time.from.map(|bound| bound.to_string()),
            until: one.time.until.map(|bound| bound.to_string()),
        },
        confidence: one.confidence.as_str(),
        verdict: one.verdict.as_str(),
        decided_by: one.decided_by.map(|claim| base.claims.id(claim)),
        citations: sentence.citations.iter().map(|cited| citation(cited, base, points)).collect(),
        why: one.why.iter().map(|why| reason(why, words, points)).collect(),
    }
}

fn unread<'a>(sentence: &'a ReadSentence, words: Wording<'a>, points: &Points<'_>) -> Unread<'a> {
    let (start, end) = points.of(sentence.span);
    let base = words.base;
    let reason: Option<Fact> = sentence.unread_reason.clone().map(Fact::from);
    Unread {
        sentence: &sentence.text,
        start,
        end,
        entities: sentence.entities.iter().map(|entity| base.entities.id(*entity)).collect(),
        why: reason.as_ref().map(|fact| words.message(fact)),
        fact: reason.map(|fact| fact::json(base, &fact)),
    }
}

fn citation<'a>(cited: &'a Cited, base: &'a Base, points: &Points<'_>) -> ShownCitation<'a> {
    let (start, end) = points.of(cited.span);
    ShownCitation {
        sources: cited.sources.iter().map(|source| base.sources.id(*source)).collect(),
        written: &cited.written,
        start,
        end,
    }
}

fn reason(why: &Why, words: Wording<'_>, points: &Points<'_>) -> ShownWhy {
    let (start, end) = points.of(why.span);
    let fact = Fact::from(why.fact.clone());
    ShownWhy { what: words.message(&fact), start, end, fact: fact::json(words.base, &fact) }
}

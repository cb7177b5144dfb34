//! Readings as one JSON object, as `schema.json` beside this file describes it. For programs: a contract.

use std::io::{self, Write};

use super::ReadingDays;
use crate::model::{Assertion, Cited, Coverage, EntityId, Fact, ReadSentence, Reading, Role, Unseen, Why};
use crate::render::fact;
use crate::render::json::{ends, tool, unseen_files};
use crate::render::object::{Json, object};
use crate::text::{Files, Place, Span};
use crate::time::Day;
use crate::words::Wording;
use crate::words::Words;

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

const SCHEMA_VERSION: u32 = 2;

/// So many sources of a citation are named: a note may have thousands, and each sentence that refers to it repeats them.
const MOST_SOURCES: usize = 100;

/// Writes what precedes the drafts, all on one line.
pub fn begin(days: ReadingDays, out: &mut dyn Write) -> io::Result<()> {
    let head = object! {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "command": "read",
        "as_of": days.as_of.to_string(),
        "known_by": days.known_by.map(|day| day.to_string()),
    };
    let mut head = serde_json::to_vec(&head)?;
    // The drafts continue the object that the head began.
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
pub fn finish(incomplete: bool, unseen: &[Unseen], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "],\"incomplete\":{incomplete},\"unseen\":")?;
    serde_json::to_writer(&mut *out, &unseen_files(unseen))?;
    out.write_all(b"}\n")
}

/// Writes the objects of one draft.
struct DraftObjects<'a> {
    files: &'a Files,
    reading: &'a Reading,
    words: Wording<'a>,
}

fn file<'a>(reading: &'a Reading, as_of: Day, words: Wording<'a>, files: &'a Files) -> Json<'a> {
    let draft = DraftObjects { files, reading, words };
    let assertions = reading.sentences.iter().flat_map(|sentence| {
        sentence.assertions.iter().map(|one| draft.assertion(one, sentence)).collect::<Vec<_>>()
    });
    let silent = reading.sentences.iter().filter(|sentence| sentence.assertions.is_empty());
    let Coverage { sentences, naming, judged } = reading.coverage();
    object! {
        "path": files.get(reading.file).path(),
        "as_of": as_of.to_string(),
        "date": reading.date.map(|date| date.to_string()),
        "date_from": reading.date_from.as_deref(),
        "language": &reading.language,
        "assertions": Json::list(assertions),
        "silent": Json::list(silent.map(|sentence| draft.unread(sentence))),
        "coverage": object! { "sentences": sentences, "naming": naming, "judged": judged },
    }
}

impl<'a> DraftObjects<'a> {
    fn ends(&self, span: Span) -> Json<'a> {
        ends(self.files.positions(Place { file: self.reading.file, span }))
    }

    fn assertion(&self, one: &'a Assertion, sentence: &'a ReadSentence) -> Json<'a> {
        let base = self.words.base;
        let entity = |entity: EntityId| base.entities.id(entity);
        // These are left out where there is none.
        let subject_name = object! { "subject_name": one.unrecorded_in(Role::Subject) };
        let far_side = object! {
            "object": one.object.map(entity),
            "object_name": one.unrecorded_in(Role::Object),
            "value": one.value.as_ref().map(|(_, written)| written).or(one.text.as_ref()),
        };
        let head = object! { "sentence": &sentence.text }.and(self.ends(sentence.span)).and(object! {
            "words": Json::list(one.words.iter().map(|span| self.ends(*span))),
            "subject": one.subject.map(entity),
        });
        let relation = object! { "relation": base.relations.id(one.relation) };
        head.and(subject_name.filled()).and(relation).and(far_side.filled()).and(object! {
            "claims": Json::list(one.claims.iter().map(|claim| base.claims.id(*claim))),
            "polarity": one.polarity.as_str(),
            "modality": one.modality.as_str(),
            "time": object! {
                "kind": one.time.kind.as_str(),
                "from": one.time.from.map(|bound| bound.to_string()),
                "until": one.time.until.map(|bound| bound.to_string()),
            },
            "confidence": one.confidence.as_str(),
            "verdict": one.verdict.as_str(),
            "decided_by": one.decided_by.map(|claim| base.claims.id(claim)),
            "citations": Json::list(sentence.citations.iter().map(|cited| self.citation(cited))),
            "why": Json::list(one.why.iter().map(|why| self.reason(why))),
        })
    }

    fn unread(&self, sentence: &'a ReadSentence) -> Json<'a> {
        let base = self.words.base;
        let reason: Option<Fact> = sentence.unread_reason.clone().map(Fact::from);
        object! { "sentence": &sentence.text }.and(self.ends(sentence.span)).and(object! {
            "entities": Json::list(sentence.entities.iter().map(|entity| base.entities.id(*entity))),
            "why": reason.as_ref().map(|fact| self.words.message(fact)),
            "fact": reason.map(|fact| fact::json(base, &fact)),
        })
    }

    fn citation(&self, cited: &'a Cited) -> Json<'a> {
        let sources =
            cited.sources.iter().take(MOST_SOURCES).map(|source| self.words.base.sources.id(*source));
        let head = object! { "sources": Json::list(sources), "written": &*cited.written };
        head.and(self.ends(cited.span))
    }

    fn reason(&self, why: &Why) -> Json<'a> {
        let fact = Fact::from(why.fact.clone());
        let head = object! { "what": self.words.message(&fact) };
        head.and(self.ends(why.span)).and(object! { "fact": fact::json(self.words.base, &fact) })
    }
}

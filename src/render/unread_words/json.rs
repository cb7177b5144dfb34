//! One JSON object, as `schema.json` beside this file describes it. For programs: a contract.

use super::entry::line;
use crate::model::{Base, Head, LexicalEntry, UnreadSentence, UnreadWords, Unseen};
use crate::render::json::{ends, tool, unseen_files};
use crate::render::object::{Json, object};

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

/// The object; `incomplete`, if something could not be read or used; `unseen`, what was not looked at.
#[must_use]
pub fn json<'a>(
    found: &'a [UnreadWords],
    base: &'a Base,
    incomplete: bool,
    unseen: &'a [Unseen],
) -> Json<'a> {
    let by_relation = found.chunk_by(|one, two| one.relation == two.relation);
    let relation = |some: &'a [UnreadWords]| {
        object! {
            "relation": base.relations.id(some[0].relation),
            "words": Json::list(some.iter().map(|one| words(one, base))),
        }
    };
    object! {
        "schema_version": 1,
        "tool": tool(),
        "command": "words",
        "relations": Json::list(by_relation.map(relation)),
        "incomplete": incomplete,
        "unseen": unseen_files(unseen),
    }
}

fn words<'a>(found: &'a UnreadWords, base: &'a Base) -> Json<'a> {
    object! {
        "language": &found.language,
        "count": found.sentences.len(),
        "entry": entry(&found.entry),
        "line": line(&found.language, &found.entry),
        "sentences": Json::list(found.sentences.iter().map(|one| sentence(one, base))),
    }
}

fn sentence<'a>(said: &'a UnreadSentence, base: &'a Base) -> Json<'a> {
    object! { "path": &said.path, "sentence": &said.text }.and(ends(said.at)).and(object! {
        "words": &said.words,
        "claim": base.claims.id(said.claim),
    })
}

fn entry(entry: &LexicalEntry) -> Json<'_> {
    match entry {
        LexicalEntry::Head(Head { frame, heads, with, reversed, .. }) => object! {
            "entry": frame.as_str(), "words": Json::list(heads), "with": Json::list(with), "reversed": *reversed,
        },
        LexicalEntry::Other(words) => object! { "entry": "other", "words": Json::list(words) },
        LexicalEntry::Idiom(phrasings) => object! { "entry": "idiom", "words": Json::list(phrasings) },
    }
}

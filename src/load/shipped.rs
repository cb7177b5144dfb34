//! The shipped relations and their words in each language, embedded; parsed when first asked for.
//!
//! Not checked like a workspace's files: a test holds that they are in order.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::model::{Frame, Head, LexicalEntry, Lexicon, Phase, Takes};

/// The relations.
const CONCEPTS: &str = include_str!("../../rules/concepts.ron");

/// Their words, a file a language.
const LEXICA: [&str; 2] =
    [include_str!("../../rules/lexicon/en.ron"), include_str!("../../rules/lexicon/id.ron")];

/// All that is shipped of relations.
#[derive(Debug, Default)]
pub struct Shipped {
    /// The relations.
    pub concepts: Vec<Concept>,
    /// Their words.
    pub lexica: Vec<Lexicon>,
}

/// A relation that is shipped: what it is and how it is labelled; its laws are read when a workspace uses it.
#[derive(Debug)]
pub struct Concept {
    /// Its id.
    pub id: String,
    /// Wikidata's property.
    pub property: Option<String>,
    /// Labels by language.
    pub labels: BTreeMap<String, String>,
    /// What is on its far side.
    pub takes: Option<Takes>,
    /// Concepts whose words often mean it, where the claims have no relation for them.
    pub akin: Vec<String>,
    /// The words for whoever reads about it.
    pub note: Option<String>,
}

/// What is shipped.
#[must_use]
pub fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| parse().unwrap_or_default())
}

fn parse() -> Result<Shipped, ron::error::SpannedError> {
    use ron::extensions::Extensions;
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    let concepts: ConceptsWire = options.from_str(CONCEPTS)?;
    let concepts = concepts.concepts.into_iter().map(Concept::from).collect();
    let mut lexica = Vec::new();
    for file in LEXICA {
        let file: LexiconFileWire = options.from_str(file)?;
        lexica.extend(file.lexicon.into_iter().map(Lexicon::from));
    }
    Ok(Shipped { concepts, lexica })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptsWire {
    concepts: Vec<ConceptWire>,
}

#[derive(Deserialize)]
struct ConceptWire {
    id: String,
    property: Option<String>,
    #[serde(default)]
    label: BTreeMap<String, String>,
    takes: Option<Takes>,
    #[serde(default)]
    akin: Vec<String>,
    note: Option<String>,
}

impl From<ConceptWire> for Concept {
    fn from(wire: ConceptWire) -> Self {
        let ConceptWire { id, property, label, takes, akin, note } = wire;
        Self { id, property, labels: label, takes, akin, note }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFileWire {
    lexicon: Vec<LexiconWire>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconWire {
    language: String,
    words: BTreeMap<String, Vec<EntryWire>>,
}

impl From<LexiconWire> for Lexicon {
    fn from(wire: LexiconWire) -> Self {
        let entries = |entries: Vec<EntryWire>| entries.into_iter().map(LexicalEntry::from).collect();
        let words = wire.words.into_iter().map(|(id, written)| (id, entries(written)));
        Self { language: wire.language, words: words.collect() }
    }
}

/// An entry as written: `noun(heads: ["chief executive"])`.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum EntryWire {
    Noun(HeadWire),
    Verb(HeadWire),
    Adjective(HeadWire),
    Event(HeadWire),
    Other(Vec<String>),
    Idiom(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadWire {
    heads: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    reversed: bool,
    #[serde(default)]
    when: Option<Phase>,
    #[serde(default)]
    weak: bool,
}

impl From<EntryWire> for LexicalEntry {
    fn from(written: EntryWire) -> Self {
        let head = |frame: Frame, wire: HeadWire| {
            let HeadWire { heads, with, reversed, when, weak } = wire;
            Self::Head(Head { frame, heads, with, reversed, when: when.unwrap_or(Phase::Holds), weak })
        };
        match written {
            EntryWire::Noun(wire) => head(Frame::Noun, wire),
            EntryWire::Verb(wire) => head(Frame::Verb, wire),
            EntryWire::Adjective(wire) => head(Frame::Adjective, wire),
            EntryWire::Event(wire) => head(Frame::Event, wire),
            EntryWire::Other(words) => Self::Other(words),
            EntryWire::Idiom(phrasings) => Self::Idiom(phrasings),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn files_are_in_order() {
        let shipped = parse().unwrap();
        let ids: HashSet<&str> = shipped.concepts.iter().map(|concept| concept.id.as_str()).collect();
        assert_eq!(ids.len(), shipped.concepts.len(), "an id is there twice");
        for lexicon in &shipped.lexica {
            for (id, entries) in &lexicon.words {
                assert!(ids.contains(id.as_str()), "{}: {id} is no concept", lexicon.language);
                assert!(!entries.is_empty(), "{}: {id} has no words", lexicon.language);
            }
        }
    }
}

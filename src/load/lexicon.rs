//! Lexical entries as they are written: `noun(heads: ["chief executive"])`.
//!
//! In the `words` of a relation, and in the lexica that are shipped.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Frame, Head, LexicalEntry, Lexicon, Phase};

/// Entries by language.
pub type WordsWire = BTreeMap<String, Vec<EntryWire>>;

/// The words of a language, by relation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Lexicon")]
pub struct LexiconWire {
    language: String,
    words: WordsWire,
}

impl From<LexiconWire> for Lexicon {
    fn from(wire: LexiconWire) -> Self {
        Self { language: wire.language, words: entries(wire.words) }
    }
}

/// Entries as they are read.
#[must_use]
pub fn entries(words: WordsWire) -> Vec<(String, Vec<LexicalEntry>)> {
    let read = |written: Vec<EntryWire>| written.into_iter().map(LexicalEntry::from).collect();
    words.into_iter().map(|(key, written)| (key, read(written))).collect()
}

/// An entry.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum EntryWire {
    /// A noun: subject *is the* head *of* object.
    Noun(HeadWire),
    /// A verb: subject head object.
    Verb(HeadWire),
    /// An adjective: subject *is* head object.
    Adjective(HeadWire),
    /// A noun of what happens: head *of* object *by* subject.
    Event(HeadWire),
    /// Longer words that hold a head and say something else.
    Other(Vec<String>),
    /// Phrasings.
    Idiom(Vec<String>),
}

/// A head and its grammar.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeadWire {
    heads: Vec<String>,
    with: Vec<String>,
    reversed: bool,
    when: Option<Phase>,
    weak: bool,
    title: bool,
}

impl From<EntryWire> for LexicalEntry {
    fn from(written: EntryWire) -> Self {
        let head = |frame: Frame, wire: HeadWire| {
            let HeadWire { heads, with, reversed, when, weak, title } = wire;
            let heads = heads.iter().flat_map(|head| alternatives(head)).collect();
            let (is_declared, when) = (when.is_some(), when.unwrap_or(Phase::Holds));
            Self::Head(Head { frame, heads, with, reversed, when, is_declared, weak, title })
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

/// The heads that one with choices stands for: "(sole|only) agent" is "sole agent" and "only agent".
fn alternatives(head: &str) -> Vec<String> {
    let choice = head.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    let Some((before, (choice, behind))) = choice else { return vec![head.to_owned()] };
    let rest = alternatives(behind);
    let with = |word: &str| rest.iter().map(|rest| format!("{before}{word}{rest}")).collect::<Vec<_>>();
    choice.split('|').flat_map(with).collect()
}

#[cfg(test)]
mod tests {
    use super::alternatives;

    #[test]
    fn choices_are_spelt_out() {
        assert_eq!(alternatives("head of state"), ["head of state"]);
        assert_eq!(alternatives("(sole|only) agent"), ["sole agent", "only agent"]);
        assert_eq!(alternatives("a (b|c) (d|e)"), ["a b d", "a b e", "a c d", "a c e"]);
        assert_eq!(alternatives("open (bracket"), ["open (bracket"]);
    }
}

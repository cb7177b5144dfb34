//! Lexical entries as they are written: `noun(heads: ["chief executive"])`.
//!
//! In the `words` of a relation, and in the lexica that are shipped.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::ron::{Broken, Scanner, options};
use crate::model::{Frame, Head, LexicalEntry, Phase};

/// Entries by language.
pub type WordsWire = BTreeMap<String, Vec<EntryWire>>;

/// The words of a language as a file has them, by relation. Those of a relation are parsed when first asked for.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// BCP 47 code.
    pub language: &'static str,
    text: &'static str,
    /// The same in small letters, as far as they are ASCII.
    folded: OnceLock<String>,
    /// In the order of the file.
    sections: Vec<LexiconSection>,
}

/// The words of a relation.
#[derive(Debug)]
struct LexiconSection {
    relation: &'static str,
    /// Where they begin in the file.
    start: usize,
    text: &'static str,
    entries: OnceLock<Vec<LexicalEntry>>,
}

impl Lexicon {
    /// The one lexicon of a file.
    ///
    /// # Errors
    ///
    /// Where the file is not as such files are.
    pub fn of_file(text: &'static str) -> Result<Self, Broken> {
        let mut lexicon = Self { text, ..Self::default() };
        Scanner::new(text).each_field(|scanner, _| {
            scanner.take(b'[')?;
            scanner.each_field(|scanner, name| match &text[name.range()] {
                "language" => {
                    lexicon.language = text[scanner.value()?.range()].trim_matches('"');
                    Ok(())
                }
                _ => lexicon.add_sections(scanner, text),
            })?;
            scanner.take(b',')?;
            scanner.take(b']').map(|_| ())
        })?;
        Ok(lexicon)
    }

    fn add_sections(&mut self, scanner: &mut Scanner<'_>, text: &'static str) -> Result<(), Broken> {
        scanner.take(b'{')?;
        while !scanner.take(b'}')? {
            let relation = text[scanner.value()?.range()].trim_matches('"');
            scanner.take(b':')?;
            let words = scanner.value()?.range();
            let (start, text) = (words.start, &text[words]);
            self.sections.push(LexiconSection { relation, start, text, entries: OnceLock::new() });
            scanner.take(b',')?;
        }
        Ok(())
    }

    /// The relations that it has words of.
    pub fn relations(&self) -> impl Iterator<Item = &'static str> {
        self.sections.iter().map(|section| section.relation)
    }

    /// The entries of a relation.
    #[must_use]
    pub fn of(&self, relation: &str) -> &[LexicalEntry] {
        self.section(relation).map_or(&[], |section| section.entries())
    }

    /// The relations of which some entry may begin with a word, whatever its case: there are no others.
    pub fn beginning(&self, word: &str) -> BTreeSet<&'static str> {
        if !word.is_ascii() {
            return self.relations().collect();
        }
        let folded = self.folded.get_or_init(|| self.text.to_ascii_lowercase());
        let quoted = format!("\"{}", word.to_ascii_lowercase());
        let places = memchr::memmem::find_iter(folded.as_bytes(), quoted.as_bytes());
        let section = |place| {
            let next = self.sections.partition_point(|section| section.start <= place);
            next.checked_sub(1).map(|at| self.sections[at].relation)
        };
        places.filter_map(section).collect()
    }

    /// The entries of all relations.
    pub fn all(&self) -> impl Iterator<Item = &LexicalEntry> {
        self.sections.iter().flat_map(LexiconSection::entries)
    }

    fn section(&self, relation: &str) -> Option<&LexiconSection> {
        self.sections.iter().find(|section| section.relation == relation)
    }
}

impl LexiconSection {
    fn entries(&self) -> &[LexicalEntry] {
        self.entries.get_or_init(|| parsed(self.text).unwrap_or_default())
    }
}

/// The entries of a relation as its text has them.
fn parsed(text: &str) -> Result<Vec<LexicalEntry>, ron::error::SpannedError> {
    let written: Vec<EntryWire> = options().from_str(text)?;
    Ok(written.into_iter().map(LexicalEntry::from).collect())
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

//! The shipped relations and their words in each language, embedded; parsed when first asked for.
//!
//! Not checked like a workspace's files: a test holds that they are in order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::document;
use super::lexicon::Lexicon;
use super::ron::options;
use crate::model::{Base, LexicalEntry, Phase, RelationId, Takes};
use crate::text::{FileId, Files};

/// The path under which the file of the relations is shown.
pub const CONCEPTS_PATH: &str = "<standard>/rules/concepts.ron";

/// The relations.
pub const CONCEPTS: &str = include_str!("../../rules/concepts.ron");

/// Their words, a file a language: its code and the file.
const LEXICA: [(&str, &str); 2] =
    [("en", include_str!("../../rules/lexicon/en.ron")), ("id", include_str!("../../rules/lexicon/id.ron"))];

/// All that is shipped of relations. A lexicon is looked at when its language is first asked for.
#[derive(Debug, Default)]
pub struct Shipped {
    /// The relations.
    pub concepts: Vec<Concept>,
    lexica: [OnceLock<Lexicon>; LEXICA.len()],
}

/// A relation that is shipped, as far as words ask; its laws are read where a workspace uses it.
#[derive(Debug, Deserialize)]
pub struct Concept {
    /// Its id.
    pub id: String,
    /// Wikidata's property.
    pub property: Option<String>,
    /// Labels by language.
    #[serde(default)]
    pub label: BTreeMap<String, String>,
    /// What is on its far side.
    pub takes: Option<Takes>,
    /// It holds in both directions.
    #[serde(default)]
    pub symmetric: bool,
    /// Concepts whose words often mean it, where the claims have no relation for them.
    #[serde(default)]
    pub akin: Vec<String>,
    /// The words for whoever reads about it.
    pub note: Option<String>,
}

impl Shipped {
    /// The concept with this id or this property of Wikidata.
    #[must_use]
    pub fn concept(&self, name: &str) -> Option<&Concept> {
        let is_named = |concept: &&Concept| concept.id == name || concept.property.as_deref() == Some(name);
        self.concepts.iter().find(is_named)
    }

    /// A file of rules with those of the relations that are wanted, for a workspace that has not declared them.
    pub fn relations(&self, is_wanted: impl Fn(&Concept) -> bool) -> String {
        let wanted = self.concepts.iter().filter(|concept| is_wanted(concept));
        let relations = wanted.map(|Concept { id, .. }| format!("(id: \"{id}\", like: \"{id}\"),"));
        format!("(relations: [{}])", relations.collect::<String>())
    }

    /// The words in each language.
    pub fn lexica(&self) -> impl Iterator<Item = &Lexicon> {
        LEXICA.iter().filter_map(|(code, _)| self.lexicon(code))
    }

    /// The relation that has these words, in any language: "ceo of" is the chief executive of.
    #[must_use]
    pub fn saying(&self, words: &str) -> Option<&Concept> {
        /// What may be around the word of a relation.
        const AROUND: [&str; 8] = ["is", "was", "the", "a", "of", "by", "in", "at"];
        let inner = |word: &&str| !AROUND.contains(word);
        let core = words.split_whitespace().filter(inner).collect::<Vec<_>>().join(" ");
        let says = |entry: &LexicalEntry| match entry {
            LexicalEntry::Head(head) => {
                let is_core = |word: &String| word.eq_ignore_ascii_case(&core);
                !head.weak && !head.reversed && head.when == Phase::Holds && head.heads.iter().any(is_core)
            }
            _ => false,
        };
        let is_said =
            |concept: &&Concept| self.lexica().any(|lexicon| lexicon.of(&concept.id).iter().any(says));
        self.concepts.iter().find(is_said)
    }

    /// The words of a concept in a language.
    #[must_use]
    pub fn words(&self, concept: &Concept, code: &str) -> &[LexicalEntry] {
        self.lexicon(code).map_or(&[], |lexicon| lexicon.of(&concept.id))
    }

    /// The concepts, by their ids, that may have an entry in a language that begins with a word, whatever its case.
    #[must_use]
    pub fn beginning(&self, code: &str, word: &str) -> BTreeSet<&'static str> {
        self.lexicon(code).map(|lexicon| lexicon.beginning(word)).unwrap_or_default()
    }

    fn lexicon(&self, code: &str) -> Option<&Lexicon> {
        let at = LEXICA.iter().position(|(known, _)| *known == code)?;
        Some(self.lexica[at].get_or_init(|| Lexicon::of_file(LEXICA[at].1).unwrap_or_default()))
    }
}

/// What is shipped.
#[must_use]
pub fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| Shipped { concepts: concepts().unwrap_or_default(), ..Shipped::default() })
}

/// Whether a text is one of the files that are shipped: only this repository has them in its own rules.
#[must_use]
pub fn is_shipped(text: &str) -> bool {
    text == CONCEPTS || LEXICA.iter().any(|(_, lexicon)| *lexicon == text)
}

/// Declares the relations that claims use and no file declares, where they are shipped; and lends those that are `like` a
/// shipped one its laws.
pub fn declare(base: &mut Base, files: &Files) {
    let undeclared = |id: &RelationId| match base.relations.record(*id) {
        Some(record) => record.like.clone(),
        None => Some(base.relations.id(*id).to_owned()),
    };
    let wanted: Vec<(RelationId, String)> =
        base.relations.iter().filter_map(|id| Some((id, undeclared(&id)?))).collect();
    if wanted.is_empty() {
        return;
    }
    let Some((file, _)) = files.iter().find(|(_, file)| file.path() == CONCEPTS_PATH) else { return };
    for (id, name) in wanted {
        let Some(concept) = shipped().concept(&name) else { continue };
        lend(base, id, file, &concept.id);
    }
}

/// Gives a relation what the record of a concept says and its own does not.
fn lend(base: &mut Base, id: RelationId, file: FileId, concept: &str) {
    let Some(part) = document::concept(file, CONCEPTS, concept) else { return };
    let Some(lent) = part.relations.find(concept).and_then(|lent| part.relations.record(lent)).cloned()
    else {
        return;
    };
    // A law about a relation that nobody uses says nothing.
    let known = |other: &RelationId| {
        base.relations.find(part.relations.id(*other)).filter(|known| base.relations.is_known(*known))
    };
    let all = |others: &[RelationId]| others.iter().filter_map(known).collect::<Vec<RelationId>>();
    let mut record = lent.clone();
    record.narrower_than = all(&lent.narrower_than);
    record.incompatible_with = all(&lent.incompatible_with);
    record.excludes_others = all(&lent.excludes_others);
    record.before = all(&lent.before);
    record.inverse = lent.inverse.as_ref().and_then(known);
    match base.relations.take_record(id) {
        Some(own) => {
            let _ = base.relations.describe(id, own.over(record));
        }
        None => {
            let _ = base.relations.describe(id, record);
        }
    }
}

/// The record of a concept, with its laws, alone in a base.
#[must_use]
pub fn record_of(concept: &Concept) -> Option<Base> {
    document::concept(FileId::new(0), CONCEPTS, &concept.id)
}

fn concepts() -> Result<Vec<Concept>, ron::error::SpannedError> {
    let ConceptsWire { concepts } = options().from_str(CONCEPTS)?;
    Ok(concepts)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptsWire {
    concepts: Vec<Concept>,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn files_are_in_order() {
        let concepts = concepts().unwrap();
        let ids: HashSet<&str> = concepts.iter().map(|concept| concept.id.as_str()).collect();
        assert_eq!(ids.len(), concepts.len(), "an id is there twice");
        for concept in &concepts {
            assert!(concept.akin.iter().all(|akin| ids.contains(akin.as_str())), "{}", concept.id);
            assert!(document::concept(FileId::new(0), CONCEPTS, &concept.id).is_some(), "{}", concept.id);
        }
        for (code, file) in LEXICA {
            // What is looked for in it without parsing is found as it is written.
            assert!(!file.contains('\\'), "{code}");
            let lexicon = Lexicon::of_file(file).unwrap();
            assert_eq!(lexicon.language, code);
            assert_eq!(lexicon.relations().count(), ids.len(), "{code}");
            assert_eq!(lexicon.relations().collect::<HashSet<&str>>(), ids, "{code}");
            for id in ids.iter().copied() {
                assert!(!lexicon.of(id).is_empty(), "{code}: {id} has no words, or they cannot be parsed");
            }
        }
    }
}

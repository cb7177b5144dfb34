//! The words and phrasings of relations, tried on sentences that affirm, deny, end, plan, suppose and ask the same: those that
//! are read as the opposite are findings, and so are those that hold a negation and do not state what they say.
//!
//! *Law.* What a variant denies or ends must not be read as asserted, what it asserts not as denied, what it plans, supposes
//! or asks not as a fact, what it dates not as said of the present. Not being read is no fault: words are tried between two
//! names that were made up. Only a workspace's own words are tried by `check`; the shipped ones are by the tests.

mod polarity;
mod small;

use rayon::prelude::*;

use super::examples::{read_alone, read_as};
use super::options::CheckOptions;
use crate::draft::{DraftReader, Lexicalisation, Scratch, Trial, WordOrigin, trials};
use crate::load::{Loaded, is_standard};
use crate::model::{
    Assertion, Base, Category, Code, Finding, Language, LexicalEntry, Modality, ReadingFact, Reads,
    RelationId, Site, TimeKind,
};
use crate::text::{Files, Place};
use crate::time::Day;

use small::SmallBase;

/// Words of a relation in a language.
struct TrialEntry<'a> {
    /// The relation, in the small base and in that of the workspace.
    relation: (RelationId, RelationId),
    pack: &'a Language,
    entry: LexicalEntry,
    field: &'static str,
    place: Place,
}

/// What is wrong with the words and phrasings that a workspace gives its relations.
#[must_use]
pub fn of_own_words(files: &Files, loaded: &Loaded, options: &CheckOptions) -> Vec<Finding> {
    let is_own = |id: &RelationId| {
        let record = loaded.base.relations.record(*id);
        record.is_some_and(|record| {
            let has_words = !record.words.is_empty() || !record.phrasings.is_empty();
            has_words && !is_standard(files.get(record.place.file).path())
        })
    };
    let relations: Vec<RelationId> = loaded.base.relations.iter().filter(is_own).collect();
    let own = [WordOrigin::Words, WordOrigin::Phrasings];
    of_words(&loaded.base, &relations, options.as_of.day, &|origin| own.contains(origin))
}

/// What is wrong with those words of some relations that come from where is `wanted`.
#[must_use]
pub fn of_words(
    base: &Base,
    relations: &[RelationId],
    today: Day,
    wanted: &dyn Fn(&WordOrigin) -> bool,
) -> Vec<Finding> {
    if relations.is_empty() {
        return Vec::new();
    }
    let small = SmallBase::new(base, relations);
    let entries = entries(base, &small, wanted);
    let reader = DraftReader::new(&small.base);
    let tried = Tried { base, small: &small, reader, today };
    let found = entries.par_iter().map_init(
        || tried.reader.scratch(true),
        |scratch, entry| {
            let undeclared = polarity::undeclared(&tried.reader, entry);
            let undeclared = undeclared.map(|fact| tried.finding(Code::UndeclaredPolarity, fact, entry));
            undeclared.or_else(|| tried.misread(scratch, entry))
        },
    );
    found.flatten_iter().collect()
}

fn entries<'a>(
    base: &Base,
    small: &'a SmallBase,
    wanted: &dyn Fn(&WordOrigin) -> bool,
) -> Vec<TrialEntry<'a>> {
    let known = Lexicalisation::new(&small.base);
    let mut entries = Vec::new();
    for (own, there) in &small.relations {
        let Some(place) = base.relations.record(*there).map(|record| record.place) else { continue };
        for pack in &small.base.languages {
            let said = known.words(*own, pack).into_iter().filter(|said| wanted(&said.origin));
            entries.extend(said.map(|said| TrialEntry {
                relation: (*own, *there),
                pack,
                field: if said.origin == WordOrigin::Phrasings { "phrasings" } else { "words" },
                entry: said.entry,
                place,
            }));
        }
    }
    entries
}

struct Tried<'a> {
    base: &'a Base,
    small: &'a SmallBase,
    reader: DraftReader<'a>,
    today: Day,
}

impl Tried<'_> {
    /// The first trial of an entry that is read as the opposite.
    fn misread(&self, scratch: &mut Scratch, entry: &TrialEntry<'_>) -> Option<Finding> {
        let named =
            |id: &str| self.base.entities.find(id).map(|entity| self.base.entities.name(entity).to_owned());
        let names = self.small.names(entry.relation.0)?;
        let trials = trials(entry.pack, &entry.entry, names, &named);
        let misread = trials.into_iter().find_map(|trial| {
            let found = self.opposite(scratch, entry, &trial)?;
            Some((trial, found))
        });
        misread.map(|(trial, found)| {
            let fact = ReadingFact::MisreadWords {
                relation: entry.relation.1,
                words: written(&entry.entry),
                sentence: trial.sentence,
                expected: if trial.dated { "past" } else { trial.reads.as_str() },
                found,
            };
            self.finding(Code::MisreadWords, fact, entry)
        })
    }

    /// As what a trial is read, if it is the opposite of what it says.
    fn opposite(&self, scratch: &mut Scratch, entry: &TrialEntry<'_>, trial: &Trial) -> Option<&'static str> {
        // "Not only" denies nothing.
        if self.reader.trigger_in(&entry.pack.code, &trial.sentence, &[Category::PseudoNegation]).is_some() {
            return None;
        }
        let text = (entry.pack.code.as_str(), trial.sentence.as_str());
        let sentences = read_alone(&self.reader, scratch, text, self.today);
        let assertions = sentences.iter().flat_map(|sentence| &sentence.assertions);
        let own = assertions.filter(|one| one.relation == entry.relation.0);
        own.filter(|one| is_opposite(one, trial)).map(read_as).next()
    }

    fn finding(&self, code: Code, fact: ReadingFact, entry: &TrialEntry<'_>) -> Finding {
        let id = self.base.relations.id(entry.relation.1);
        Finding::new(code, fact, Site::field(entry.place, entry.field)).about(id).key(written(&entry.entry))
    }
}

fn is_opposite(one: &Assertion, trial: &Trial) -> bool {
    let is_fact = one.modality == Modality::Stated;
    match (trial.reads, read_as(one)) {
        (Reads::Asserted, "denied" | "ended") => true,
        (Reads::Asserted, "asserted") => trial.dated && one.time.kind == TimeKind::Present,
        // Who denies an amount asserts those on its other side.
        (Reads::Denied | Reads::Ended | Reads::Planned, "asserted") => !one.claims.is_empty(),
        (Reads::Unread, "asserted" | "denied" | "ended") => is_fact,
        _ => false,
    }
}

/// An entry as people recognise it.
fn written(entry: &LexicalEntry) -> String {
    match entry {
        LexicalEntry::Head(head) => head.heads.join(", "),
        LexicalEntry::Other(words) | LexicalEntry::Idiom(words) => words.join(", "),
    }
}

//! What took whose place, told without a word of the relation: "Nord moved from Ost to West", of what Nord has on record with both.
//!
//! Nothing is known here of what the change is about but who is on record in one place of one relation, so no reading is sure; of
//! names that are not on record so, nothing is read.

use std::ops::Range;

use super::assertion::{CandidateAssertion, PhrasingHit, PhrasingOutcome, assert};
use super::clause::distance;
use super::lexicon::choice;
use super::pattern::{Hit, PatternSet, PatternSetBuilder};
use super::records::Records;
use super::role::BoundArguments;
use super::sentence_view::SentenceView;
use super::syntax::{Wholeness, stands_alone, wholeness};
use crate::draft::segmentation::TokenKind;
use crate::load::parse_phrasing;
use crate::model::{
    Confidence, EntityId, Frame, GrammarRole, Language, Phase, Phrasing, RelationId, Role, Slot,
};

/// The transitions of a language, compiled: what was before is the subject of a pattern, and what is after its object.
#[derive(Debug)]
pub struct TransitionSet {
    /// The patterns.
    pub patterns: PatternSet,
    names: Vec<String>,
}

impl TransitionSet {
    /// Compiles those of a pack into an empty set that knows its function words.
    #[must_use]
    pub fn new(pack: &Language, mut builder: PatternSetBuilder) -> Self {
        let mut names = Vec::new();
        for transition in &pack.transitions {
            let with_class = |text: String, (name, words): &(String, Vec<String>)| {
                let place = format!("{{{name}}}");
                if text.contains(&place) { text.replace(&place, &choice(words)) } else { text }
            };
            let text = pack.classes.iter().fold(transition.pattern.clone(), with_class);
            let text = text.replace("{before}", "{subject}").replace("{after}", "{object}");
            let Ok(phrasing) = parse_phrasing(&text) else { continue };
            builder.add(&phrasing, &|_| None);
            names.push(transition.name.clone());
        }
        Self { patterns: builder.build(), names }
    }
}

/// What changes: the one end of a relation that stays, and who is at the other.
#[derive(Debug, Clone, Copy)]
struct PlaceChange {
    relation: RelationId,
    /// The place of those who change.
    role: Role,
    /// Who stays, and its mention if the sentence names it.
    stays: (EntityId, Option<usize>),
    before: Option<(usize, EntityId)>,
    after: Option<(usize, EntityId)>,
}

/// Adds what the transitions that fit a sentence say, as far as no phrasing has read it.
pub fn add(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    hits: &[Hit],
    candidates: &mut Vec<CandidateAssertion>,
) {
    for hit in hits {
        let reader = TransitionReader { records, sentence, hit };
        for change in reader.changes() {
            let Some(sureness) = reader.sureness(&change) else { continue };
            let ends = change.before.map(|one| (one, Phase::Ends));
            let begins = change.after.map(|one| (one, Phase::Begins));
            for (filler, phase) in ends.into_iter().chain(begins) {
                let found = reader.reading(&change, filler, phase, sureness);
                let is_new = |one: &CandidateAssertion| {
                    !candidates.iter().any(|known| {
                        known.relation == one.relation
                            && known.subject == one.subject
                            && known.object == one.object
                    })
                };
                let found: Vec<CandidateAssertion> = found.into_iter().filter(is_new).collect();
                candidates.extend(found);
            }
        }
    }
}

struct TransitionReader<'a> {
    records: &'a Records<'a>,
    sentence: &'a SentenceView<'a>,
    hit: &'a Hit,
}

impl TransitionReader<'_> {
    /// The changes that the names can mean by what is on record; none where there are many.
    fn changes(&self) -> Vec<PlaceChange> {
        /// Two relations may be of the same ends; more tell nothing.
        const MOST: usize = 2;
        let before = self.fillers(self.hit.subject);
        let after = self.fillers(self.hit.object);
        let names = self.sentence.mentions.iter().enumerate();
        let is_filler = |index: usize| {
            [self.hit.subject, self.hit.object]
                .into_iter()
                .flatten()
                .any(|name| self.sentence.listed_with(name).contains(&index))
        };
        let named = names.filter(|(index, _)| !is_filler(*index));
        let mut stays: Vec<(EntityId, Option<usize>)> =
            named.filter_map(|(index, name)| Some((name.entity?, Some(index)))).collect();
        stays.sort_by_key(|(_, index)| {
            index
                .and_then(|index| self.sentence.mentions.get(index))
                .map(|name| distance(&name.tokens, &self.hit.tokens))
        });
        // "Ann went from Ost to West" is of Ann.
        if stays.is_empty() {
            stays.extend(self.sentence.context.iter().map(|entity| (*entity, None)));
        }
        for stays in stays {
            let found = self.changes_of(stays, &before, &after);
            if !found.is_empty() {
                return if found.len() > MOST { Vec::new() } else { found };
            }
        }
        Vec::new()
    }

    /// Who is in the list of a name.
    fn fillers(&self, name: Option<usize>) -> Vec<(usize, EntityId)> {
        let listed = name.map_or(0..0, |name| self.sentence.listed_with(name));
        listed.filter_map(|index| Some((index, self.sentence.mentions.get(index)?.entity?))).collect()
    }

    fn changes_of(
        &self,
        stays: (EntityId, Option<usize>),
        before: &[(usize, EntityId)],
        after: &[(usize, EntityId)],
    ) -> Vec<PlaceChange> {
        let lasting = self.records.base().relations.described().filter(|(_, record)| !record.event);
        let both = lasting.flat_map(|(relation, _)| [(relation, Role::Object), (relation, Role::Subject)]);
        let change = |(relation, role): (RelationId, Role)| {
            let others = self.records.others(relation, role, stays.0);
            let known = |fillers: &[(usize, EntityId)]| {
                fillers.iter().copied().find(|(_, entity)| *entity != stays.0 && others.contains(entity))
            };
            let (before, after) = (known(before), known(after));
            let (wants_before, wants_after) = (self.hit.subject.is_some(), self.hit.object.is_some());
            let is_whole = wants_before == before.is_some() && wants_after == after.is_some();
            let is_change =
                others.len() > 1 && before.map(|(_, entity)| entity) != after.map(|(_, entity)| entity);
            (is_whole && is_change).then_some(PlaceChange { relation, role, stays, before, after })
        };
        both.filter_map(change).collect()
    }

    /// How sure it is that the change is of the relation; `None`: something else changes.
    fn sureness(&self, change: &PlaceChange) -> Option<Confidence> {
        let Self { sentence, hit, .. } = self;
        let names = change.before.into_iter().chain(change.after).map(|(index, _)| index);
        let stands = |index: usize| {
            let name = sentence.mentions.get(index).map(|name| &name.tokens);
            name.is_some_and(|name| {
                self.is_of_relation(change, name.end)
                    || stands_alone(sentence, name, &hit.words)
                        && !self.describes_noun(name)
                        && wholeness(sentence, name, &hit.words) != Wholeness::Other
            })
        };
        let is_told = self.says_what(change)?;
        if !self.is_told_of_names() {
            return None;
        }
        let is_named = change.stays.1.is_some_and(stands);
        if !names.chain(change.stays.1).all(stands) {
            return is_told.then_some(Confidence::Low);
        }
        let is_full = change.before.is_some() && change.after.is_some();
        Some(if is_named && (is_full || is_told) { Confidence::Medium } else { Confidence::Low })
    }

    /// Whether a noun between the words that change something and their places is one of the relation; `None`: it is of something
    /// else, which is what changes: "moved its office from Ost to West".
    fn says_what(&self, change: &PlaceChange) -> Option<bool> {
        let Self { sentence, hit, .. } = self;
        let is_noun = |at: &usize| {
            sentence.tags.get(*at).is_some_and(|tags| tags.is_open())
                && sentence.tokens[*at].is_wordy()
                && !hit.words.contains(at)
                && !sentence.is_named(*at)
                && !sentence.is_dated(*at)
        };
        let first = hit.words.first().copied()?;
        let places = [change.before, change.after].into_iter().flatten();
        let end = places
            .filter_map(|(index, _)| sentence.mentions.get(index))
            .map(|name| name.tokens.start)
            .min()?;
        let mut between = (first + 1..end).filter(is_noun).peekable();
        if between.peek().is_none() {
            return Some(false);
        }
        between.any(|at| self.is_related(change, at)).then_some(true)
    }

    /// Whether a token is a word of the relation: "the Ost licence".
    fn is_of_relation(&self, change: &PlaceChange, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| token.is_wordy()) && self.is_related(change, at)
    }

    /// Whether a name only describes the noun behind it: "Nord users".
    fn describes_noun(&self, name: &Range<usize>) -> bool {
        let Self { sentence, hit, .. } = self;
        let at = name.end;
        let is_word =
            sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.spaced);
        let tags = sentence.tags.get(at);
        is_word
            && !sentence.language.modifiers_follow
            && tags.is_some_and(|tags| tags.is_open() || tags.has(GrammarRole::RelationalNoun))
            && !hit.words.contains(&at)
            && !sentence.is_named(at)
            && !sentence.is_dated(at)
            && !sentence.has_past_form(at)
            && !sentence.is_of(at, &sentence.language.kind_nouns)
    }

    /// Whether a verb in the present is that of a name before it: "Nord replaces Ost with West", not "the script replaces".
    fn is_told_of_names(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let Some(verb) = hit.words.first().copied().filter(|_| !sentence.language.is_tenseless()) else {
            return true;
        };
        let ends = |at: usize| sentence.mentions.iter().any(|name| name.tokens.end == at);
        let is_adverb =
            |at: &usize| sentence.has(*at, GrammarRole::Adverb) || sentence.has(*at, GrammarRole::Auxiliary);
        let subject = (0..verb).rev().find(|at| !is_adverb(at));
        sentence.has_past_form(verb) || subject.is_some_and(|at| ends(at + 1))
    }

    /// Whether a word is akin to one of the label of the relation or of the names of those who change.
    fn is_related(&self, change: &PlaceChange, at: usize) -> bool {
        let base = self.records.base();
        let word = self.sentence.words(&(at..at + 1)).to_lowercase();
        let record = base.relations.record(change.relation);
        let labels = record.and_then(|record| record.label.as_ref()).map(|label| label.text().to_lowercase());
        let fillers = [change.before, change.after].into_iter().flatten();
        let names =
            fillers.filter_map(|(_, entity)| base.entities.record(entity)).flat_map(|entity| entity.names());
        let mut texts = labels.into_iter().chain(names.map(|name| name.to_lowercase()));
        texts.any(|text| text.split(|sign: char| !sign.is_alphanumeric()).any(|known| is_akin(known, &word)))
    }

    fn reading(
        &self,
        change: &PlaceChange,
        (index, entity): (usize, EntityId),
        phase: Phase,
        confidence: Confidence,
    ) -> Vec<CandidateAssertion> {
        let Self { sentence, hit, records } = self;
        let (stays, named) = change.stays;
        let mentions = [Some(index), named].into_iter().flatten();
        let tokens: Vec<Range<usize>> = mentions
            .filter_map(|index| sentence.mentions.get(index))
            .map(|name| name.tokens.clone())
            .collect();
        let start = tokens.iter().map(|name| name.start).chain([hit.tokens.start]).min().unwrap_or(0);
        let end = tokens.iter().map(|name| name.end).chain([hit.tokens.end]).max().unwrap_or(0);
        let (subject, object) = match change.role {
            Role::Subject => ((entity, Some(index)), (stays, named)),
            Role::Object => ((stays, named), (entity, Some(index))),
        };
        let unsaid = [(Slot::Subject, subject), (Slot::Object, object)];
        let given =
            unsaid.into_iter().filter(|(_, (_, name))| name.is_none()).map(|(slot, (who, _))| (slot, who));
        let whole = Hit {
            pattern: hit.pattern,
            tokens: start..end,
            words: hit
                .words
                .iter()
                .copied()
                .filter(|at| !sentence.has(*at, GrammarRole::Auxiliary))
                .collect(),
            subject: subject.1,
            object: object.1,
            value: None,
            given: given.collect(),
        };
        let written = sentence.language.transitions.names.get(hit.pattern).cloned().unwrap_or_default();
        let phrasing = Phrasing {
            written,
            phase,
            is_declared: true,
            is_made: true,
            confidence,
            frame: Some(Frame::Verb),
            ..Phrasing::of(Vec::new(), Vec::new())
        };
        let bound = BoundArguments {
            subject: Some(subject.0),
            object: Some(object.0),
            value: None,
            tokens,
            names: Vec::new(),
            unrecorded: None,
            confidence,
        };
        let said = PhrasingHit { relation: change.relation, phrasing: &phrasing, hit: &whole };
        match assert(records, sentence, said, bound) {
            // What is possible changes nothing.
            PhrasingOutcome::Asserts(candidates) => {
                candidates.into_iter().filter(|candidate| !candidate.possible).collect()
            }
            PhrasingOutcome::Unread(_) | PhrasingOutcome::OfOthers(_) => Vec::new(),
        }
    }
}

/// Whether two words in small letters begin so much alike that they are forms of one: "licensed" and "licence".
fn is_akin(one: &str, other: &str) -> bool {
    /// Shorter beginnings are those of many words.
    const ALIKE: usize = 5;
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    alike >= ALIKE || alike + 1 >= ALIKE && (alike == one.chars().count() || alike == other.chars().count())
}

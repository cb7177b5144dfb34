//! What the phrasings that fit a sentence assert, all places filled.

use super::figure;
use super::nearness::nearness;
use super::{SentenceContents, SentenceReader, SentenceSite};
use crate::draft::reading::assertion::{CandidateAssertion, PhrasingHit, PhrasingOutcome, understand};
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::reading::pattern::{ANY, Hit, Matcher};
use crate::draft::reading::records::Records;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::reading::strongest::keep_strongest;
use crate::draft::reading::{transition, unrecorded};
use crate::model::{Confidence, EntityId, ReadingFact, RelationId, Role, Slot, TimeKind};

/// What the phrasings of a sentence assert.
#[derive(Debug, Default)]
pub(super) struct Outcomes {
    pub candidates: Vec<CandidateAssertion>,
    pub unread_reason: Option<ReadingFact>,
}

impl Outcomes {
    /// Notes why a phrasing that fits asserts nothing: what came nearest counts.
    fn note(&mut self, reason: ReadingFact) {
        let near = |reason: &ReadingFact| match reason {
            ReadingFact::Unread { words, .. } => (nearness(reason), words.len()),
            _ => (nearness(reason), 0),
        };
        if self.unread_reason.as_ref().is_none_or(|known| near(&reason) > near(known)) {
            self.unread_reason = Some(reason);
        }
    }
}

impl SentenceReader<'_, '_> {
    /// What each phrasing that fits asserts.
    pub(super) fn outcomes(&mut self, around: &SentenceSite<'_>, found: &SentenceContents) -> Outcomes {
        let mut outcomes = Outcomes::default();
        let Some(matchers) = self.matchers.get(around.language_number) else { return outcomes };
        let view = SentenceView {
            language: around.language,
            text: &around.block.text,
            tokens: &self.tokens,
            clauses: &self.clauses.clauses,
            chains: &self.clauses.chains,
            tags: &self.tags,
            mentions: &self.mentions,
            amounts: &found.counted,
            times: &found.dates,
            today: around.origin.today,
            cues: &self.cues,
            quotes: &self.quotes,
            quoted: around.block.quoted,
            context: &self.context,
            pronouns: &self.pronouns,
            is_labelled_false: self.is_labelled_false,
            is_of_gone: self.is_of_gone,
            setting: found.setting,
            is_elliptic: around.block.kind.is_elliptic(),
        };
        let suits = |pattern: usize, slot: Slot, name: usize| {
            let relation = around.language.phrasings.get(pattern).map(|(relation, _)| *relation);
            relation.is_some_and(|relation| suits(self.records, &view, relation, slot, name))
        };
        matchers.said.follow(&around.language.said, &view.match_input(), &|_| true, &suits, &mut self.hits);
        let mut of_others: Vec<(RelationId, &Hit)> = Vec::new();
        for hit in &self.hits {
            let Some((relation, phrasing)) = around.language.phrasings.get(hit.pattern) else { continue };
            if !is_concerned(self.records, *relation, &view) {
                continue;
            }
            match understand(self.records, &view, PhrasingHit { relation: *relation, phrasing, hit }) {
                PhrasingOutcome::Asserts(candidates) => outcomes.candidates.extend(candidates),
                PhrasingOutcome::Unread(reason) => outcomes.note(reason),
                PhrasingOutcome::OfOthers(reason) => {
                    outcomes.note(reason);
                    of_others.push((*relation, hit));
                }
            }
        }
        outcomes.candidates.retain(|candidate| {
            !of_others.iter().any(|(relation, hit)| is_said_of_others(candidate, *relation, hit))
        });
        if around.block.kind.is_prose() {
            let found = unrecorded(self.records, &view, around.language, &matchers.said, &mut self.hits);
            add_unrecorded(&mut outcomes.candidates, found);
        }
        figure::add(self.records, &view, &mut outcomes);
        if self.mentions.len() > 1 {
            let patterns = &around.language.transitions.patterns;
            matchers.transitions.follow(patterns, &view.match_input(), &|_| true, ANY, &mut self.hits);
            transition::add(self.records, &view, &self.hits, &mut outcomes.candidates);
        }
        keep_strongest(&mut outcomes.candidates, self.broader);
        if around.block.kind.is_headline() {
            let events =
                outcomes.candidates.iter_mut().filter(|candidate| is_announced(self.records, candidate));
            events.for_each(|candidate| candidate.confidence = candidate.confidence.min(Confidence::Medium));
        }
        outcomes
    }
}

/// Whether a construction that says something else has the words of an assertion that is not as sure.
fn is_said_of_others(candidate: &CandidateAssertion, relation: RelationId, hit: &Hit) -> bool {
    candidate.relation == relation
        && candidate.confidence < Confidence::High
        && candidate.key.len() <= hit.words.len()
        && candidate.key.iter().any(|word| hit.words.contains(word))
}

/// Whether something happens in the present, or in no tense: headlines say so of what is only agreed, "IBM buys Red Hat".
fn is_announced(records: &Records<'_>, candidate: &CandidateAssertion) -> bool {
    let relation = records.base().relations.record(candidate.relation);
    let is_timed = candidate.why.iter().any(|(fact, _)| matches!(fact, ReadingFact::Time { .. }));
    let is_undated = match candidate.time.kind {
        TimeKind::Present => true,
        TimeKind::Past => !is_timed,
        TimeKind::Explicit => false,
    };
    is_undated && relation.is_some_and(|relation| relation.event)
}

/// What is said of names that nothing on record has.
fn unrecorded(
    records: &Records<'_>,
    view: &SentenceView<'_>,
    language: &CompiledLanguage,
    matcher: &Matcher,
    hits: &mut Vec<Hit>,
) -> Vec<CandidateAssertion> {
    let names = unrecorded::names(view);
    if names.is_empty() {
        return Vec::new();
    }
    let mentions = unrecorded::with_names(view.mentions, &names);
    let view = SentenceView { mentions: &mentions, ..*view };
    let relation_of = |pattern: usize| language.phrasings.get(pattern).map(|(relation, _)| *relation);
    let wanted = |pattern: usize| {
        relation_of(pattern).is_some_and(|relation| unrecorded::may_be_open(records, relation))
    };
    let suits = |pattern: usize, slot: Slot, name: usize| {
        let is_unrecorded = view.mentions.get(name).is_some_and(|mention| mention.entity.is_none());
        slot != Slot::Value && is_unrecorded
            || relation_of(pattern).is_some_and(|relation| suits(records, &view, relation, slot, name))
    };
    matcher.follow(&language.said, &view.match_input(), &wanted, &suits, hits);
    let read = |hit: &Hit| {
        let (relation, phrasing) = language.phrasings.get(hit.pattern)?;
        let said = PhrasingHit { relation: *relation, phrasing, hit };
        unrecorded::understand(records, &view, said, &names)
            .filter(|_| is_concerned(records, *relation, &view))
    };
    hits.iter().filter_map(read).collect()
}

/// Adds what is said of such names where nothing surer is read in the same words, and nothing of the same name in another way.
fn add_unrecorded(candidates: &mut Vec<CandidateAssertion>, found: Vec<CandidateAssertion>) {
    for one in found {
        let shares_words = |other: &CandidateAssertion| other.key.iter().any(|word| one.key.contains(word));
        let is_surer = |other: &CandidateAssertion| shares_words(other) && other.confidence > Confidence::Low;
        if !candidates.iter().any(is_surer) {
            candidates.retain(|other| !shares_words(other));
            candidates.push(one);
        }
    }
}

/// Whether a name or amount is of the kind that is in a place of the relation on record.
fn suits(
    records: &Records<'_>,
    view: &SentenceView<'_>,
    relation: RelationId,
    slot: Slot,
    name: usize,
) -> bool {
    let fits = |role: Role| {
        let entity = view.mentions.get(name).and_then(|mention| mention.entity);
        entity.is_some_and(|entity| records.fits(relation, role, entity))
    };
    match slot {
        Slot::Subject => fits(Role::Subject),
        Slot::Object => fits(Role::Object),
        Slot::Value => {
            view.amounts.get(name).is_some_and(|amount| records.may_take_unit(relation, &amount.amount.unit))
        }
    }
}

/// Whether what a relation concerns is named in the sentence or around it.
fn is_concerned(records: &Records<'_>, relation: RelationId, view: &SentenceView<'_>) -> bool {
    let Some(record) = records.base().relations.record(relation) else { return false };
    let named = |entity: &EntityId| {
        view.mentions.iter().filter_map(|mention| mention.entity).any(|named| records.is_kin(named, *entity))
            || view.context.iter().chain(&records.spoken_of).any(|around| records.is_kin(*around, *entity))
    };
    record.concerns.is_empty() || record.concerns.iter().any(named)
}

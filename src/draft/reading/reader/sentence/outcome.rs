//! What the phrasings that fit a sentence assert, all places filled.

use super::nearness::nearness;
use super::{Found, SentenceReader, SentenceSite};
use crate::draft::reading::assertion::{
    CandidateAssertion, PhrasingHit, PhrasingOutcome, keep_strongest, understand,
};
use crate::draft::reading::records::Records;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{EntityId, ReadingFact, RelationId, Role, Slot};

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
    pub(super) fn outcomes(&mut self, around: &SentenceSite<'_>, found: &Found) -> Outcomes {
        let mut outcomes = Outcomes::default();
        let Some(matchers) = self.matchers.get_mut(around.language_number) else { return outcomes };
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
            is_elliptic: around.block.kind.is_elliptic(),
        };
        let suits = |pattern: usize, slot: Slot, name: usize| {
            let relation = around.language.phrasings.get(pattern).map(|(relation, _)| *relation);
            relation.is_some_and(|relation| suits(self.records, &view, relation, slot, name))
        };
        matchers.said.find(&around.language.said, &view.match_input(), &suits, &mut self.hits);
        for hit in &self.hits {
            let Some((relation, phrasing)) = around.language.phrasings.get(hit.pattern) else { continue };
            if !is_concerned(self.records, *relation, &view) {
                continue;
            }
            match understand(self.records, &view, PhrasingHit { relation: *relation, phrasing, hit }) {
                PhrasingOutcome::Asserts(candidates) => outcomes.candidates.extend(candidates),
                PhrasingOutcome::Unread(reason) => outcomes.note(reason),
            }
        }
        keep_strongest(&mut outcomes.candidates, self.broader);
        outcomes
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
        view.mentions.get(name).is_some_and(|mention| records.fits(relation, role, mention.entity))
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
        view.mentions.iter().any(|mention| records.is_kin(mention.entity, *entity))
            || view.context.iter().any(|around| records.is_kin(*around, *entity))
    };
    record.concerns.is_empty() || record.concerns.iter().any(named)
}

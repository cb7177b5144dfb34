//! How near a sentence that asserts nothing came to asserting something: what was there, and what was missing.

use super::{SentenceReader, SentenceSite};
use crate::model::{ReadingFact, RelationId};

/// How near to asserting something a sentence came that does not, for this reason; more is nearer.
#[must_use]
pub(super) fn nearness(reason: &ReadingFact) -> u8 {
    match reason {
        // All was there, and something keeps it from being said.
        ReadingFact::Unread { reason: "question" | "condition" | "command" | "other-role", .. } => 7,
        ReadingFact::Unread { reason: "date" | "construction", .. } => 6,
        ReadingFact::NoWords { .. } => 5,
        ReadingFact::Unread { reason: "amount", .. } => 4,
        ReadingFact::Unread { reason: "wrong-kind", .. } => 3,
        ReadingFact::Unread { .. } => 2,
        ReadingFact::Scattered { .. } => 1,
        _ => 0,
    }
}

impl SentenceReader<'_, '_> {
    /// The nearest reason why the sentence asserts nothing, of the one that phrasings gave and of what its names and words tell.
    pub(super) fn nearest(&self, around: &SentenceSite<'_>, given: Option<ReadingFact>) -> ReadingFact {
        let worded = self.worded(around);
        let told = [given, self.without_words(&worded), self.scattered(&worded)];
        let nearest = told.into_iter().flatten().max_by_key(nearness);
        nearest.unwrap_or(ReadingFact::NoPattern {})
    }

    /// A claim of which both ends are named, and no words of its relation are there.
    fn without_words(&self, worded: &[RelationId]) -> Option<ReadingFact> {
        let claims = &self.records.base().claims;
        let entities = || self.mentions.iter().filter_map(|mention| mention.entity);
        let named = |wanted| entities().any(|entity| entity == wanted);
        let about = entities().flat_map(|entity| self.records.of_subject(entity));
        let mut silent = about.filter_map(|claim| {
            let relation = claims.relation(claim).filter(|relation| !worded.contains(relation))?;
            let object =
                claims.object(claim).entity.filter(|object| claims.subject(claim) != Some(*object))?;
            named(object).then_some((relation, claim))
        });
        silent.next().map(|(relation, claim)| ReadingFact::NoWords { relation, claim })
    }

    /// A relation of something that is named, all words of which are in the sentence.
    fn scattered(&self, worded: &[RelationId]) -> Option<ReadingFact> {
        let is_of_named = |relation: &&RelationId| {
            let mut entities = self.mentions.iter().filter_map(|mention| mention.entity);
            entities.any(|entity| self.records.has_end(**relation, entity))
        };
        worded.iter().find(is_of_named).map(|relation| ReadingFact::Scattered { relation: *relation })
    }

    /// The relations of which the sentence has all words of some phrasing.
    fn worded(&self, around: &SentenceSite<'_>) -> Vec<RelationId> {
        let matchers = self.matchers.get(around.language_number);
        let patterns = matchers.into_iter().flat_map(|matchers| matchers.said.candidates());
        let relation = |pattern: usize| around.language.phrasings.get(pattern).map(|(relation, _)| *relation);
        patterns.filter_map(relation).collect()
    }
}

//! Who is meant in the places that a phrasing leaves open: the names around it that can stand there.

use std::ops::Range;

use super::clause::same_clause;
use super::pattern::Hit;
use super::records::Records;
use super::sentence_view::SentenceView;
use super::sum::Sum;
use crate::model::{Confidence, EntityId, RelationId, Role, Takes};

/// The places of a phrasing, filled.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// Whom or what it is said of.
    pub subject: EntityId,
    /// The far side, where it is an entity.
    pub object: Option<EntityId>,
    /// The far side, where it is an amount: the index of the sum.
    pub value: Option<usize>,
    /// The tokens of the names and sums in its places that the sentence itself has.
    pub tokens: Vec<Range<usize>>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Fills the places of a hit; `None` if one stays open.
#[must_use]
pub fn fill(
    records: &Records<'_>,
    relation: RelationId,
    sentence: &SentenceView<'_>,
    hit: &Hit,
) -> Option<Filled> {
    let takes = records.base().relations.record(relation).and_then(|record| record.takes);
    let mut filler =
        Filler { records, relation, sentence, hit, confidence: Confidence::High, tokens: Vec::new() };
    let wants_amount = takes == Some(Takes::Amount);
    let value = if wants_amount { Some(filler.value()?) } else { None };
    // The place that the sentence itself fills is filled first, so that one name does not stand in both.
    let (subject, object) = match (hit.subject, hit.object) {
        _ if wants_amount => (filler.entity(Role::Subject, hit.subject, None)?, None),
        (None, Some(_)) => {
            let object = filler.entity(Role::Object, hit.object, None)?;
            (filler.entity(Role::Subject, None, Some(object))?, Some(object))
        }
        _ => {
            let subject = filler.entity(Role::Subject, hit.subject, None)?;
            (subject, Some(filler.entity(Role::Object, hit.object, Some(subject))?))
        }
    };
    let Filler { confidence, tokens, .. } = filler;
    Some(Filled { subject, object, value, tokens, confidence })
}

struct Filler<'a, 'b> {
    records: &'a Records<'b>,
    relation: RelationId,
    sentence: &'a SentenceView<'a>,
    hit: &'a Hit,
    confidence: Confidence,
    tokens: Vec<Range<usize>>,
}

impl Filler<'_, '_> {
    fn entity(&mut self, role: Role, named: Option<usize>, other: Option<EntityId>) -> Option<EntityId> {
        if let Some(mention) = named.and_then(|index| self.sentence.mentions.get(index)) {
            self.tokens.push(mention.tokens.clone());
            return Some(mention.entity);
        }
        let fits = |entity: EntityId| Some(entity) != other && self.records.fits(self.relation, role, entity);
        let mentions = self.sentence.mentions.iter().filter(|mention| fits(mention.entity));
        let nearest = mentions.min_by_key(|mention| {
            let elsewhere = !same_clause(self.sentence.clauses, &mention.tokens, &self.hit.tokens);
            (elsewhere, distance(&mention.tokens, &self.hit.tokens))
        });
        if let Some(mention) = nearest {
            if !same_clause(self.sentence.clauses, &mention.tokens, &self.hit.tokens) {
                self.confidence = self.confidence.min(Confidence::Medium);
            }
            self.tokens.push(mention.tokens.clone());
            return Some(mention.entity);
        }
        self.from_context(role, other)
    }

    /// What the sentences and headings around speak of, where this one stands for it with a pronoun or leaves it out.
    fn from_context(&mut self, role: Role, other: Option<EntityId>) -> Option<EntityId> {
        if !self.sentence.has_pronoun && self.sentence.mentions.is_empty() {
            return None;
        }
        let fits =
            |entity: &&EntityId| Some(**entity) != other && self.records.fits(self.relation, role, **entity);
        let entity = self.sentence.context.iter().find(fits)?;
        self.confidence = Confidence::Low;
        Some(*entity)
    }

    fn value(&mut self) -> Option<usize> {
        let index = match self.hit.value {
            Some(index) => index,
            None => {
                let fits = |sum: &Sum| {
                    self.records.takes_unit(self.relation, &sum.amount.unit)
                        && same_clause(self.sentence.clauses, &sum.tokens, &self.hit.tokens)
                };
                let sums = self.sentence.sums.iter().enumerate().filter(|(_, sum)| fits(sum));
                sums.min_by_key(|(_, sum)| distance(&sum.tokens, &self.hit.tokens))?.0
            }
        };
        let sum = self.sentence.sums.get(index)?;
        if !self.records.takes_unit(self.relation, &sum.amount.unit) {
            return None;
        }
        self.tokens.push(sum.tokens.clone());
        Some(index)
    }
}

/// How many tokens stand between two stretches; none where they overlap.
fn distance(one: &Range<usize>, two: &Range<usize>) -> usize {
    one.start.saturating_sub(two.end).max(two.start.saturating_sub(one.end))
}

//! Words that can say several relations of the same two: which of the readings count. Who "leads" may be a minister, a chief executive
//! or the head of a party; what is "acquired" may be owned since.
//!
//! *Law.* Readings of one sentence are rivals if they share a word that decided and their ends, in whatever order, are of relations
//! of which neither follows from the other, and the records know nothing of either. Of rivals those count that (1) say that it is
//! so, and not that it may be, or else of whose relation (2) other words of the sentence speak too, or else (3) another sentence
//! surely speaks, of one of the ends; (4) what happened comes before what has been so since, but in the
//! present, "is the director of", what is so before what happened; (5) of two that swap
//! the ends, the relation that comes first. Where several are left, the words do not tell, and none counts.

use std::collections::BTreeSet;

use crate::graph::View;
use crate::model::{
    Assertion, Confidence, EntityId, Modality, ReadSentence, Reading, RelationId, Role, TimeKind, Verdict,
};

/// The relations that sentences surely say of something, each with the end of which it is said: as far as no other words rival them.
pub struct SureRelations(BTreeSet<(RelationId, EntityId)>);

impl SureRelations {
    /// Those of all reports.
    pub fn new(readings: &[Reading], records: &View<'_>) -> Self {
        let mut sure = BTreeSet::new();
        for sentence in readings.iter().flat_map(|reading| &reading.sentences) {
            let all = &sentence.assertions;
            let is_sure = |one: &&Assertion| {
                let rivals = |other: &Assertion| {
                    other.confidence != Confidence::Low
                        && are_rivals(one, other, records)
                        && !is_turned(one, other)
                };
                one.confidence == Confidence::High && !all.iter().any(rivals)
            };
            for one in all.iter().filter(is_sure) {
                sure.extend([one.subject, one.object].into_iter().flatten().map(|end| (one.relation, end)));
            }
        }
        Self(sure)
    }

    /// Whether a reading counts beside its rivals in the sentence.
    pub fn counts(&self, one: &Assertion, sentence: &ReadSentence, records: &View<'_>) -> bool {
        let is_surest = |other: &&Assertion| other.confidence == Confidence::High;
        if sentence.assertions.iter().filter(is_surest).any(|other| is_passed_over(one, other)) {
            return false;
        }
        let is_as_sure = |other: &Assertion| {
            other.confidence == one.confidence && (is_turned(one, other) || is_turned(other, one))
        };
        let rivals: Vec<&Assertion> = sentence
            .assertions
            .iter()
            .filter(|other| are_rivals(one, other, records))
            .filter(|other| is_surest(other) || is_as_sure(other))
            .collect();
        let own = self.reasons(one, sentence, records);
        rivals.into_iter().all(|rival| {
            let others = self.reasons(rival, sentence, records);
            own > others || own == others && is_turned(one, rival)
        })
    }

    /// What speaks for a reading, what counts more first.
    fn reasons(&self, one: &Assertion, sentence: &ReadSentence, records: &View<'_>) -> [bool; 4] {
        let other_words = sentence
            .assertions
            .iter()
            .any(|other| other.relation == one.relation && !shares_words(one, other));
        let said_elsewhere =
            [one.subject, one.object].into_iter().flatten().any(|end| self.0.contains(&(one.relation, end)));
        // "Agreed to buy" says that they agreed, and only that they may have bought.
        let is_event = records.graph.base.relations.is_event(one.relation);
        let is_present = one.time.kind == TimeKind::Present && one.modality != Modality::Forecast;
        [!one.possible, other_words, said_elsewhere, is_event != is_present]
    }
}

fn are_rivals(one: &Assertion, other: &Assertion, records: &View<'_>) -> bool {
    let broader = &records.graph.broader;
    one.relation != other.relation
        && [one, other].iter().all(|reading| reading.verdict == Verdict::Unknown)
        && shares_words(one, other)
        && ends(one) == ends(other)
        && !broader.implies(one.relation, other.relation)
        && !broader.implies(other.relation, one.relation)
}

/// Whether one says from the other end what a later relation says: "owns" of "is owned by". One of the two is enough.
fn is_turned(one: &Assertion, other: &Assertion) -> bool {
    one.relation < other.relation
        && (one.subject, one.object) == (other.object, other.subject)
        && one.subject != one.object
        && one.polarity == other.polarity
}

/// Whether the words of one pass over a name that another reading of them has at an end: who "bought Nord from Ost" is not supplied by
/// Ost.
fn is_passed_over(one: &Assertion, other: &Assertion) -> bool {
    let is_within =
        one.span != other.span && one.span.start <= other.span.start && other.span.end <= one.span.end;
    let is_own = |end: &EntityId| [one.subject, one.object].contains(&Some(*end));
    is_within
        && one.value.is_none()
        && [one, other].iter().all(|reading| reading.verdict == Verdict::Unknown)
        && shares_words(one, other)
        && ![other.subject, other.object].iter().flatten().all(is_own)
}

fn shares_words(one: &Assertion, other: &Assertion) -> bool {
    one.words.iter().any(|word| other.words.contains(word))
}

/// Both ends, in an order of their own.
fn ends(one: &Assertion) -> [(Option<EntityId>, Option<&str>); 2] {
    let mut ends =
        [(one.subject, one.unrecorded_in(Role::Subject)), (one.object, one.unrecorded_in(Role::Object))];
    ends.sort_unstable();
    ends
}

//! What an amount in a sentence counts: what the relation does, or only part of it. Where it is and what it says is found in
//! `mentions`.

use super::pattern::Hit;
use super::records::Records;
use super::sentence_view::SentenceView;
use crate::draft::mentions::{AmountExpression, Counted};
use crate::model::{Confidence, EntityId, RelationId};

/// How sure it is that an amount counts what the relation does. Where it may not, the same number on record says that it does.
#[must_use]
pub fn counts_for(
    records: &Records<'_>,
    relation: RelationId,
    sentence: &SentenceView<'_>,
    hit: &Hit,
    (subject, object): (Option<EntityId>, Option<EntityId>),
    index: usize,
) -> Option<Confidence> {
    let AmountExpression { amount, counted, .. } = sentence.amounts.get(index)?;
    let takes = || records.takes_unit(relation, &amount.unit);
    let (is_sure, at_most) = match counted {
        Counted::AsSaid => (takes(), Confidence::High),
        Counted::Perhaps => (false, Confidence::High),
        Counted::Change(word) if !hit.words.contains(word) => return None,
        Counted::Change(_) => (takes(), Confidence::High),
        Counted::In(at) => {
            let named = sentence.mentions.iter().find(|mention| mention.tokens.start == *at);
            let is_own = named
                .and_then(|named| named.entity.zip(subject))
                .is_some_and(|(named, subject)| records.is_kin(named, subject));
            // "The limit is 280 characters for most" may be of all, "900 people in research" are not all people.
            match is_own {
                true => (takes(), Confidence::High),
                false if restricts(sentence, *at) => (false, Confidence::Low),
                false => return None,
            }
        }
    };
    (is_sure || !records.giving(relation, subject, object, amount).is_empty()).then_some(at_most)
}

/// Whether "for" is right before a token: "for most".
fn restricts(sentence: &SentenceView<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| sentence.tokens.get(before));
    before.is_some_and(|token| sentence.language.restricting.contains(&token.hash))
}

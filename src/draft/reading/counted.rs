//! What an amount in a sentence counts: what the relation does, or only part of it. Where it is and what it says is found in
//! `mentions`.

use super::assertion::PhrasingHit;
use super::clause::same_clause;
use super::pattern::Hit;
use super::records::Records;
use super::role::BoundArguments;
use super::sentence_view::SentenceView;
use crate::draft::mentions::{AmountExpression, Counted};
use crate::draft::segmentation::TokenKind;
use crate::model::{ClaimId, Confidence, EntityId, RelationId};

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
    let AmountExpression { amount, counted, tokens, .. } = sentence.amounts.get(index)?;
    // "80 % of the shares" counts nothing.
    let is_counted = amount.unit != "percent" && !hit.words.contains(&tokens.end);
    let unit_end = (tokens.end..).find(|at| !hit.words.contains(at)).unwrap_or(tokens.end);
    let takes = || records.takes_unit(relation, &amount.unit);
    let (is_sure, at_most) = match counted {
        Counted::AsSaid => {
            let is_kind = is_counted && is_described(sentence, tokens.end) || is_of_kind(sentence, unit_end);
            (takes() && !is_kind, Confidence::High)
        }
        // "Has a population of 12,000" counts what the relation counts, where no claim counts anything else.
        Counted::Perhaps => (amount.unit.is_empty() && records.declares_unit(relation, ""), Confidence::High),
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

/// Whether a word behind what is counted may say of what kind that is, in a language where it follows: "pengguna berbayar".
fn is_described(sentence: &SentenceView<'_>, at: usize) -> bool {
    let is_word = sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_open = sentence.tags.get(at).is_some_and(|tags| tags.is_open());
    let is_own = sentence.is_named(at)
        || sentence.is_dated(at)
        || sentence.cues.iter().any(|cue| cue.tokens.contains(&at));
    sentence.language.modifiers_follow && is_word && is_open && !is_own
}

/// Whether "of" and a common noun behind what is counted say of what kind that is: "900 students of physics".
fn is_of_kind(sentence: &SentenceView<'_>, at: usize) -> bool {
    let joins = sentence.is_of(at, &sentence.language.joints);
    let behind = at + 1;
    let is_noun = sentence.tags.get(behind).is_some_and(|tags| tags.is_open())
        && sentence.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Word)
        && !sentence.is_named(behind)
        && !sentence.is_dated(behind);
    joins && is_noun && !sentence.language.modifiers_follow
}

/// Whether "for" is right before a token: "for most".
fn restricts(sentence: &SentenceView<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| sentence.tokens.get(before));
    before.is_some_and(|token| sentence.language.restricting.contains(&token.hash))
}

/// Whether an amount is said to go to something that is no known name: "$1 billion in Poland".
#[must_use]
pub fn goes_elsewhere(
    records: &Records<'_>,
    relation: RelationId,
    sentence: &SentenceView<'_>,
    amount: &AmountExpression,
) -> bool {
    /// So many words behind the preposition, whom it goes to may be named.
    const NAMED: usize = 5;
    let Some(record) = records.base().relations.record(relation) else { return false };
    let end = amount.tokens.end;
    let Some(next) = sentence.tokens.get(end) else { return false };
    let takes_both = record.takes.is_some_and(|takes| takes.entity() && takes.value().is_some());
    if !takes_both && record.concerns.is_empty() || !sentence.language.recipients.contains(&next.hash) {
        return false;
    }
    let behind = end + 1..end + 1 + NAMED;
    let is_named = sentence.mentions.iter().any(|mention| behind.contains(&mention.tokens.start))
        || sentence.pronouns.iter().any(|pronoun| behind.contains(&pronoun.start));
    let is_dated = sentence.times.iter().any(|when| (end..end + 2).contains(&when.tokens.start));
    !is_named && !is_dated
}

/// The claims that say the same. "Fined Nord 5 million" is another fine than that of 3 million.
#[must_use]
pub fn saying(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    bound: &BoundArguments,
) -> Vec<ClaimId> {
    let PhrasingHit { relation, hit, .. } = said;
    let mut claims = records.saying(relation, bound.subject, bound.object);
    let is_event = records.base().relations.record(relation).is_some_and(|record| record.event);
    let sums = sentence.amounts.iter().filter(|sum| {
        is_event
            && records.takes_unit(relation, &sum.amount.unit)
            && same_clause(sentence.chains, &sum.tokens, &hit.tokens)
    });
    let mut sums = sums.peekable();
    if sums.peek().is_some() {
        let given =
            |sum: &AmountExpression| records.giving(relation, bound.subject, bound.object, &sum.amount);
        let given: Vec<ClaimId> = sums.flat_map(given).collect();
        claims.retain(|claim| given.contains(claim) || records.base().claims.object(*claim).value.is_none());
    }
    claims
}

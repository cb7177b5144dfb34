//! Of assertions that say the same or share words, those that say most.

use std::cmp::Ordering;

use super::assertion::CandidateAssertion;
use crate::graph::Broader;
use crate::model::{Confidence, EntityId, Polarity};

/// Keeps of assertions that share words the one that says most: the surer one, the narrower relation, then the longer phrasing; and of
/// those that say the same, the first.
pub fn keep_strongest(assertions: &mut Vec<CandidateAssertion>, broader: &Broader) {
    assertions.sort_by(|one, two| {
        let size = |candidate: &CandidateAssertion| {
            (
                std::cmp::Reverse(candidate.confidence),
                std::cmp::Reverse(candidate.key.len()),
                candidate.tokens.start,
            )
        };
        size(one).cmp(&size(two)).then_with(|| one.key.cmp(&two.key))
    });
    let mut kept: Vec<CandidateAssertion> = Vec::with_capacity(assertions.len());
    for candidate in assertions.drain(..) {
        let yields = |other: &CandidateAssertion| {
            subsumes(other, &candidate, broader) && !is_denser(&candidate, other)
        };
        if !kept.iter().any(yields) {
            kept.retain(|other| !subsumes(&candidate, other, broader));
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| (candidate.tokens.start, candidate.tokens.end, candidate.relation));
    *assertions = kept;
}

/// Whether `one` says the opposite of `other` in as many words that stand closer: "ceased operations" in "has ceased operations",
/// which is not "has operations".
fn is_denser(one: &CandidateAssertion, other: &CandidateAssertion) -> bool {
    let alike = |one: &CandidateAssertion| (one.relation, one.confidence, one.key.len());
    alike(one) == alike(other) && one.polarity != other.polarity && passed(&one.key) < passed(&other.key)
}

/// How many tokens are passed over between words.
fn passed(words: &[usize]) -> usize {
    let (first, last) = (words.first().copied().unwrap_or(0), words.last().copied().unwrap_or(0));
    (last - first + 1).saturating_sub(words.len())
}

/// Whether `one` makes `other` needless.
fn subsumes(one: &CandidateAssertion, other: &CandidateAssertion, broader: &Broader) -> bool {
    // What is left unsaid may be the same.
    let same =
        |one: Option<EntityId>, other: Option<EntityId>| one == other || one.is_none() || other.is_none();
    let same_ends = same(one.subject, other.subject) && same(one.object, other.object);
    let shares_words = one.key.iter().any(|word| other.key.contains(word));
    let says_more = other.claims.is_empty() && !one.claims.is_empty();
    let holds = |one: &CandidateAssertion, other: &CandidateAssertion| {
        one.key.len() > other.key.len() && other.key.iter().all(|word| one.key.contains(word))
    };
    let holds_words = holds(one, other);
    if one.relation == other.relation && same_ends && holds_words && !says_more {
        return true;
    }
    // Words that surely say one thing of two names do not perhaps say another of them.
    let is_surer = one.confidence > other.confidence;
    let is_surer_of_them = same_ends && shares_words && is_surer && !holds(other, one);
    if one.relation == other.relation && is_surer_of_them && !says_more {
        return true;
    }
    // What is guessed of ends of which the sentence says for sure how they stand to each other.
    let is_denial = (one.polarity, other.polarity) == (Polarity::Asserts, Polarity::Denies);
    let is_guess = one.confidence > Confidence::Low
        && other.confidence == Confidence::Low
        && (is_denial && one.key.len() >= other.key.len() || !shares_words);
    let is_alike = (one.relation, one.subject, one.object) == (other.relation, other.subject, other.object);
    if is_guess && is_alike && one.value.is_some() == other.value.is_some() {
        return true;
    }
    // "Acting head" says nothing of the head.
    let is_part = one.relation != other.relation && holds_words && is_surer;
    let is_named = one.subject.is_some() && one.object.is_some();
    if is_part && is_named && one.subject == other.subject && one.object == other.object {
        return true;
    }
    if one.relation == other.relation && !says_more {
        let same_value = match (&one.value, &other.value) {
            (Some(one), Some(two)) => one.0 == two.0,
            (None, None) => true,
            _ => false,
        };
        let same_time = one.time == other.time || one.polarity == other.polarity;
        return same_ends && same_value && (one.polarity == other.polarity || shares_words) && same_time;
    }
    // "Uses Oracle and Hetzner" says two things, whatever is on record.
    if one.relation == other.relation && one.key == other.key && !same_ends {
        return false;
    }
    // A guess of what is on record says no more than what is surely said and is not: "Bo is the head of Nord, Ann said".
    let is_guess_beside_fact = one.confidence == Confidence::Low && other.confidence == Confidence::High;
    let overlaps = one.tokens.start < other.tokens.end && other.tokens.start < one.tokens.end;
    if overlaps
        && !is_guess_beside_fact
        && other.claims.is_empty()
        && !one.claims.is_empty()
        && one.value.is_some() == other.value.is_some()
    {
        return true;
    }
    // The surer one of a relation and one that is narrower, of those that are as sure the narrower one.
    let says_more = match one.confidence.cmp(&other.confidence) {
        Ordering::Less => false,
        Ordering::Equal => broader.implies(one.relation, other.relation),
        Ordering::Greater => {
            broader.implies(one.relation, other.relation) || broader.implies(other.relation, one.relation)
        }
    };
    says_more && (shares_words || same_ends && one.polarity == other.polarity)
}

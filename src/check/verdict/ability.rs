//! What is said to be possible or planned, compared with recorded facts.

use crate::graph::View;
use crate::model::{Assertion, Base, Category, ClaimId, Element, Polarity, RelationId};

/// Whether `assertion` says that something is possible or planned which is on record, by `claim`, as being so already: that
/// supports it as little as it speaks against it.
#[must_use]
pub fn is_only_possible(view: &View<'_>, assertion: &Assertion, claim: ClaimId) -> bool {
    view.has_begun(claim) && is_planned(view, assertion, claim)
}

/// Whether `assertion` says that what `claim` says is possible or planned, and the claim speaks of more than a possibility.
#[must_use]
pub fn is_planned(view: &View<'_>, assertion: &Assertion, claim: ClaimId) -> bool {
    let relation = view.claims().relation(claim).unwrap_or(assertion.relation);
    assertion.possible && assertion.polarity == Polarity::Asserts && !is_of_ability(view.graph.base, relation)
}

/// Whether `assertion` says of a day to come what `claim` says was so once: it may be so again.
pub fn may_be_again(view: &View<'_>, assertion: &Assertion, claim: ClaimId) -> bool {
    let is_to_come = assertion.time.from.is_some_and(|from| from.earliest > view.as_of.day);
    is_to_come && view.period(claim).ul() < view.as_of.day && !view.is_event(claim)
}

/// Whether a relation is itself one of what is possible, by the words of its label: "may buy capacity from".
fn is_of_ability(base: &Base, relation: RelationId) -> bool {
    let label = base.relations.label(relation).to_lowercase();
    let label: Vec<&str> = label.split_whitespace().collect();
    let triggers = base.languages.iter().flat_map(|language| &language.triggers);
    let mut phrases = triggers
        .filter(|trigger| trigger.category == Category::Ability)
        .filter_map(|trigger| trigger.phrase.parts.first())
        .filter_map(|phrase| phrase.iter().map(word).collect::<Option<Vec<&str>>>());
    phrases.any(|phrase| !phrase.is_empty() && label.windows(phrase.len()).any(|window| window == phrase))
}

/// A plain word of a phrase.
fn word(element: &Element) -> Option<&str> {
    match element {
        Element::Word(word) => Some(&word.text),
        _ => None,
    }
}

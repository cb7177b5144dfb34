//! Whether a sentence leaves out the place that its relation has on the far side: "the shop closed on Monday", of what closed
//! somewhere.

use super::pattern::Hit;
use super::sentence_view::SentenceView;
use crate::model::{Confidence, GrammarRole, Phrasing, Slot};

/// Whether a phrasing is a construction without a place for the object: "closed", of what closed somewhere.
#[must_use]
pub fn lacks_object(phrasing: &Phrasing) -> bool {
    phrasing.is_made
        && phrasing.confidence == Confidence::Low
        && phrasing.has_slot(Slot::Subject)
        && (phrasing.gives(Slot::Object) || !phrasing.has_slot(Slot::Object))
}

/// Whether a hit may be without its place: not where it has an object of another kind or a place that no record knows ("closed
/// its shop", "closed in Ostwerft", "outside Ostwerft it closed"), nor behind a preposition ("the yard of Nordwerft closed").
#[must_use]
pub fn leaves_out_place(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    /// So many tokens behind the words it may be.
    const NEAR: usize = 8;
    let is_capital = |at: usize| {
        sentence.tokens.get(at).is_some_and(|token| token.text(sentence.text).starts_with(char::is_uppercase))
    };
    let subject = hit.subject.and_then(|index| sentence.mentions.get(index));
    let before = subject.and_then(|subject| subject.tokens.start.checked_sub(1));
    let is_governed = before.is_some_and(|at| sentence.has(at, GrammarRole::Preposition));
    let at = hit.tokens.end;
    let goes_on = sentence.tokens.get(at).is_some_and(|token| token.is_wordy() && !sentence.is_dated(at))
        && (sentence.is_named(at)
            || sentence.tags.get(at).is_some_and(|tags| {
                let functions = [GrammarRole::Determiner, GrammarRole::Pronoun, GrammarRole::As];
                tags.is_open() || functions.iter().any(|role| tags.has(*role))
            }));
    let behind = hit.tokens.end..(hit.tokens.end + NEAR).min(sentence.tokens.len());
    let is_elsewhere = (0..hit.tokens.start).chain(behind).any(|at| {
        sentence.has(at, GrammarRole::Preposition) && is_capital(at + 1) && !sentence.is_dated(at + 1)
    });
    !is_governed && !goes_on && !is_elsewhere
}

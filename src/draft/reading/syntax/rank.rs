//! Whether a noun tells which of many holders somebody is, first or best, which says of no time that they hold it.

use std::ops::Range;

use super::predication::Predication;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::GrammarRole;

/// An ordinal beside a noun: "the first chief executive" says of no time whether somebody is it. `counts_only`: so does "the only
/// chief executive".
#[must_use]
pub fn ordinal(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    counts_only: bool,
) -> Option<Range<usize>> {
    /// So many words at most may be between a superlative and the noun.
    const NEAR: usize = 4;
    let first = *reading.words.first()?;
    let last = *reading.words.last()?;
    // "Longest-serving president Ann": words that hyphens join belong to the noun.
    let is_joined = |at: usize| {
        [at, at.saturating_sub(1)]
            .iter()
            .any(|at| sentence.tokens.get(*at).is_some_and(|token| token.hyphenated))
    };
    let joined = (0..reading.span.start).rev().take_while(|at| is_joined(at + 1)).count();
    let before = reading.span.start - joined..first;
    let after = if sentence.language.modifiers_follow {
        last + 1..(reading.span.end + 1).min(sentence.tags.len())
    } else {
        0..0
    };
    // "Not only" counts nothing, and the only holder is the present one.
    let is_ordinal = |at: &usize| {
        let is_neutral = !counts_only && sentence.language.neutral.contains(&sentence.tokens[*at].hash);
        // "The only head", not "is only head".
        let is_adverb = sentence.has(*at, GrammarRole::Adverb)
            && !at.checked_sub(1).is_some_and(|at| sentence.has(at, GrammarRole::Determiner));
        // "The largest firm ever listed", and nobody is named between.
        let is_near = || *at + NEAR > first && !(*at..first).any(|at| sentence.is_named(at));
        let counts = sentence.has(*at, GrammarRole::Ordinal)
            || sentence.has(*at, GrammarRole::Superlative) && is_near();
        counts && !(is_adverb || reading.holds(*at) || is_neutral)
    };
    let inner = first..last;
    before.chain(inner).chain(after).find(is_ordinal).map(|at| at..at + 1)
}

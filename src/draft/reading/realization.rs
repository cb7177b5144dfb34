//! Whether what a noun of an event names came about: "the merger never took place", "the merger fell through", "blocked the merger".
//!
//! Other predicates take the event for granted: "the merger did not pay off". What denies a verb is `polarity`'s business.

use std::ops::Range;

use super::sentence_view::SentenceView;
use super::syntax::Predication;
use crate::model::{Category, Direction, Frame, GrammarRole, Phrasing};

/// So many words may be between the noun phrase and what is said of it: "the merger with Nord in May 2021 failed".
const NEAR: usize = 6;

/// The words of the sentence that say of an event, of which a reading is, that it did not take place.
#[must_use]
pub fn nonoccurrence(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    said: &Phrasing,
) -> Option<Range<usize>> {
    predicate(sentence, reading, said, Category::Nonoccurrence)
}

/// The words that say of it that it failed, was prevented or is still open: it may not have taken place.
#[must_use]
pub fn failure(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    said: &Phrasing,
) -> Option<Range<usize>> {
    predicate(sentence, reading, said, Category::Failure)
}

fn predicate(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    said: &Phrasing,
    category: Category,
) -> Option<Range<usize>> {
    let is_verb = |at: &usize| {
        let leads = sentence.language.modifiers_follow && sentence.is_verb_like(*at);
        leads || sentence.has(*at, GrammarRole::Auxiliary) || sentence.has_past_form(*at)
    };
    let is_event_noun = match said.frame {
        Some(frame) => frame == Frame::Event,
        None => !reading.words.iter().any(is_verb),
    };
    if !is_event_noun {
        return None;
    }
    let closed = [
        GrammarRole::Coordinator,
        GrammarRole::Subordinator,
        GrammarRole::Relativizer,
        GrammarRole::Complementizer,
    ];
    let adjoins = |between: Range<usize>| {
        between.len() <= NEAR
            && between.into_iter().all(|at| {
                sentence.tokens[at].is_wordy() && !closed.iter().any(|role| sentence.has(at, *role))
            })
    };
    let governs = |cue: &Range<usize>, direction: Direction| match direction {
        Direction::Forward => cue.end <= reading.span.start && adjoins(cue.end..reading.span.start),
        _ => reading.span.end <= cue.start && adjoins(reading.span.end..cue.start),
    };
    let mut cues = sentence.cues_of(category);
    cues.find(|cue| governs(&cue.tokens, cue.direction)).map(|cue| cue.tokens.clone())
}

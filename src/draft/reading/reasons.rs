//! What decided a reading: the tokens that a report marks, and the facts that `read` tells.

use std::ops::Range;

use super::assertion::PhrasingHit;
use super::pattern::Hit;
use super::polarity::Denial;
use super::role::BoundArguments;
use super::sentence_view::SentenceView;
use super::tense::TenseReading;
use crate::model::ReadingFact;

/// The tokens that decided, each range once: the words of the phrasing, the names in its places, what denies it.
#[must_use]
pub fn deciding(hit: &Hit, bound: &BoundArguments, denial: &Denial) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = hit.words.iter().map(|word| *word..word + 1).collect();
    words.extend(bound.tokens.iter().cloned());
    words.extend(denial.tokens.iter().cloned());
    words.sort_by_key(|range| (range.start, range.end));
    words.dedup();
    words
}

/// The phrasing and the triggers that decided. A trigger that does several things ("could" makes it possible, and past)
/// is told once, by what counts most.
#[must_use]
pub fn reasons(
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    denial: &Denial,
    modalities: [Option<(&'static str, Range<usize>)>; 2],
    told: &TenseReading,
) -> Vec<(ReadingFact, Range<usize>)> {
    let words = |tokens: &Range<usize>| sentence.words(tokens).to_owned();
    let how = if denial.ceased { "ended" } else { "denies" };
    let denials = denial
        .tokens
        .iter()
        .map(|tokens| (ReadingFact::Denial { words: words(tokens), how }, tokens.clone()));
    let modalities = modalities
        .into_iter()
        .flatten()
        .map(|(modality, tokens)| (ReadingFact::Modality { words: words(&tokens), modality }, tokens));
    let times = told.tokens.iter().map(|tokens| {
        (ReadingFact::Time { words: words(tokens), time: told.time.kind.as_str() }, tokens.clone())
    });
    let mut triggers: Vec<(ReadingFact, Range<usize>)> = Vec::new();
    for trigger in denials.chain(modalities).chain(times) {
        if triggers.iter().all(|(_, tokens)| *tokens != trigger.1) {
            triggers.push(trigger);
        }
    }
    let tokens = said.hit.tokens.clone();
    let pattern = said.phrasing.written.clone();
    let mut why = vec![(ReadingFact::Pattern { words: words(&tokens), pattern }, tokens)];
    why.append(&mut triggers);
    why
}

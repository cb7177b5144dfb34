//! How something is said: as a fact, as what others say, in somebody's words, as what is to come, or not at all.

use std::ops::Range;

use super::cue::Cue;
use super::sentence_view::SentenceView;
use super::syntax::Predication;
use crate::model::{Category, Modality};

/// How a sentence says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    /// It asserts it in this way, because of these tokens if there are any.
    Asserted(Modality, Option<Range<usize>>),
    /// It asserts nothing: it is a `question`, a `condition` or a `command`.
    Unread(&'static str),
}

/// Shorter quotations are single words that somebody doubts or stresses.
const QUOTATION: usize = 5;

/// A condition or command farther from the start than this is not a condition of the whole sentence.
const OPENING: usize = 3;

/// How a reading is said. What the sentence takes for granted is outside its hedges, conditions and plans.
#[must_use]
pub fn manner(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Manner {
    let words = reading.words;
    if let Some(unread) = unread(sentence, reading) {
        return unread;
    }
    let around = sentence.around();
    let reaching = |category: Category| {
        sentence.cues_of(category).find(|cue| {
            reading.may_hold(cue) && !cue.is_among(words) && cue.reaches(words, &around).is_some()
        })
    };
    let quoted = sentence
        .quotes
        .iter()
        .find(|quote| quote.len() >= QUOTATION && words.iter().all(|word| quote.contains(word)));
    if let Some(quote) = quoted {
        return Manner::Asserted(Modality::Quoted, Some(quote.clone()));
    }
    if sentence.quoted {
        return Manner::Asserted(Modality::Quoted, None);
    }
    // What is to come says nothing about the present, however sure it is.
    if let Some(cue) = reaching(Category::Future) {
        return Manner::Asserted(Modality::Forecast, Some(cue.tokens.clone()));
    }
    if let Some(cue) = reaching(Category::Hedging) {
        return Manner::Asserted(Modality::Reported, Some(cue.tokens.clone()));
    }
    Manner::Asserted(Modality::Stated, None)
}

/// The words that make it something that can be, may be or is planned: who can use a thing need not use it.
#[must_use]
pub fn ability(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let words = reading.words;
    let around = sentence.around();
    let reaches =
        |cue: &&Cue| reading.may_hold(cue) && !cue.is_among(words) && cue.reaches(words, &around).is_some();
    sentence.cues_of(Category::Ability).find(reaches).map(|cue| cue.tokens.clone())
}

fn unread(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Manner> {
    let words = reading.words;
    if sentence.is_question() {
        return Some(Manner::Unread("question"));
    }
    let around = sentence.around();
    let found = |category: Category, applies: &dyn Fn(&Cue) -> bool| {
        sentence.cues_of(category).any(|cue| reading.may_hold(cue) && !cue.is_among(words) && applies(cue))
    };
    let reaches = |cue: &Cue| cue.reaches(words, &around).is_some();
    let opens =
        |cue: &Cue| cue.tokens.start < OPENING && words.first().is_some_and(|word| *word >= cue.tokens.end);
    if found(Category::Condition, &|cue| reaches(cue) || opens(cue)) {
        return Some(Manner::Unread("condition"));
    }
    if found(Category::Question, &reaches) {
        return Some(Manner::Unread("question"));
    }
    let first = |cue: &Cue| cue.tokens.start == 0;
    if found(Category::Command, &first) {
        return Some(Manner::Unread("command"));
    }
    None
}

//! When something is said to be so: a date that the sentence names, else its words for past and present, else its verb.
//!
//! Explicit dates first, tense last (ConText found that time needs more than surface cues; Harkema et al. 2009).

use std::ops::Range;

use super::clause::same_clause;
use super::cue::Cue;
use super::sentence_view::SentenceView;
use super::when::{When, WhenReading};
use crate::model::{AssertedTime, Category, TimeKind};

/// A time and the tokens that told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The time.
    pub time: AssertedTime,
    /// What told it.
    pub tokens: Option<Range<usize>>,
}

/// How far from its start a date may stand that is meant for the whole sentence.
const OPENING: usize = 3;

/// How far behind the words a date in brackets may stand that belongs to them.
const ASIDE: usize = 4;

/// When the words of a phrasing are said to be so. `ceased`: they are said to be so no longer.
#[must_use]
pub fn time(sentence: &SentenceView<'_>, tokens: &Range<usize>, words: &[usize], ceased: bool) -> Told {
    if let Some(when) = date(sentence, tokens) {
        return Told { time: explicit(&when.reading, ceased), tokens: Some(when.tokens.clone()) };
    }
    let around = sentence.around();
    let nearest = |category: Category| {
        let cues = sentence.cues_of(category).filter_map(|cue| Some((cue.reaches(words, &around)?, cue)));
        cues.min_by_key(|(distance, _)| *distance)
    };
    let inside =
        |category: Category| sentence.cues_of(category).find(|cue| cue.is_among(words)).map(|cue| (0, cue));
    let told = |time: AssertedTime, cue: &Cue| Told { time, tokens: Some(cue.tokens.clone()) };
    let past = inside(Category::Past).or_else(|| nearest(Category::Past));
    let present = inside(Category::Present).or_else(|| nearest(Category::Present));
    match (past, present) {
        (Some((far, cue)), Some((near, other))) => {
            if near <= far {
                told(AssertedTime::PRESENT, other)
            } else {
                told(AssertedTime::PAST, cue)
            }
        }
        (Some((_, cue)), None) => told(AssertedTime::PAST, cue),
        (None, Some((_, cue))) => told(AssertedTime::PRESENT, cue),
        (None, None) => Told { time: AssertedTime::PRESENT, tokens: None },
    }
}

/// The date that is meant: the nearest in the same clause, else one in brackets right behind, else one that opens the
/// sentence.
fn date<'a>(sentence: &SentenceView<'a>, tokens: &Range<usize>) -> Option<&'a When> {
    let gap = |when: &When| {
        let before = tokens.start.saturating_sub(when.tokens.end);
        let behind = when.tokens.start.saturating_sub(tokens.end);
        before.max(behind)
    };
    let in_clause = sentence.whens.iter().filter(|when| same_clause(sentence.clauses, &when.tokens, tokens));
    let aside = |when: &&When| when.tokens.start >= tokens.end && when.tokens.start - tokens.end < ASIDE;
    let opening = |when: &&When| when.tokens.start < OPENING;
    in_clause
        .min_by_key(|when| gap(when))
        .or_else(|| sentence.whens.iter().find(aside))
        .or_else(|| sentence.whens.iter().find(opening))
}

fn explicit(reading: &WhenReading, ceased: bool) -> AssertedTime {
    match *reading {
        // What ceased on a date is so no longer from that date on.
        WhenReading::On(bound) if ceased => AssertedTime::between(Some(bound), None),
        WhenReading::On(bound) => AssertedTime::on(bound),
        WhenReading::Since(bound) => AssertedTime::between(Some(bound), None),
        WhenReading::Until(bound) => AssertedTime::between(None, Some(bound)),
        WhenReading::Range(from, until) => AssertedTime::between(Some(from), Some(until)),
        WhenReading::Unanchored => {
            AssertedTime { kind: TimeKind::Past, unplaced: true, ..AssertedTime::PAST }
        }
    }
}

//! When something is said to be so: a date that the sentence names, else its words for past and present, else its verb.
//!
//! Explicit dates first, tense last (ConText found that time needs more than surface cues; Harkema et al. 2009).

use std::ops::Range;

use super::clause::{distance, same_clause};
use super::cue::Cue;
use super::pattern::Hit;
use super::sentence_view::SentenceView;
use super::syntax::{Predication, is_anothers, is_in_description};
use crate::draft::mentions::{TimeExpression, TimeReading};
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{AssertedTime, Category, Direction, GrammarRole, TimeKind};

/// A time and the tokens that told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenseReading {
    /// The time.
    pub time: AssertedTime,
    /// What told it.
    pub tokens: Option<Range<usize>>,
}

/// How far from its start a date may stand that is meant for the whole sentence.
const OPENING: usize = 3;

/// How far behind the words a date in brackets may stand that belongs to them.
const ASIDE: usize = 4;

/// When the words of a phrasing are said to be so. A date counts that stands in the clause of `focus`; `ceased`: they are said
/// to be so no longer.
#[must_use]
pub fn time(
    sentence: &SentenceView<'_>,
    hit: &Hit,
    reading: &Predication<'_>,
    focus: &Range<usize>,
    ceased: bool,
) -> TenseReading {
    let words = hit.words.as_slice();
    if let Some(when) = date(sentence, hit, reading, focus, ceased) {
        return TenseReading { time: explicit(&when.reading, ceased), tokens: Some(when.tokens.clone()) };
    }
    let around = sentence.around();
    let nearest = |category: Category| {
        let cues = sentence.cues_of(category).filter_map(|cue| {
            let far =
                cue.reaches(words, &around).filter(|_| !is_in_description(sentence, reading, &cue.tokens))?;
            Some((far + COMMA * commas(sentence, cue, words), cue))
        });
        cues.min_by_key(|(distance, _)| *distance)
    };
    let inside =
        |category: Category| sentence.cues_of(category).find(|cue| cue.is_among(words)).map(|cue| (0, cue));
    if let Some(at) = temporal(sentence, reading) {
        return TenseReading { time: AssertedTime::PAST, tokens: Some(at..at + 1) };
    }
    let told = |time: AssertedTime, cue: &Cue| TenseReading { time, tokens: Some(cue.tokens.clone()) };
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
        (None, None) => match past_verb(sentence, hit) {
            Some(verb) => TenseReading { time: AssertedTime::PAST, tokens: Some(verb..verb + 1) },
            None => TenseReading { time: AssertedTime::PRESENT, tokens: None },
        },
    }
}

/// The word that makes the clause of the reading one that says in which past time something else happened: "when Ann led Nord".
fn temporal(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    let before = sentence.tags.get(..reading.span.start)?;
    let near = |at: &usize| before[*at].has(GrammarRole::Temporal);
    let found = (reading.span.start.saturating_sub(NEAR_JOINT)..reading.span.start).find(near)?;
    let tokens = sentence.tokens.get(found..reading.span.start)?;
    tokens.iter().all(Token::is_wordy).then_some(found)
}

/// What stands behind a comma is as far as so many words.
const COMMA: usize = 4;

/// How many commas stand between a trigger and the nearest of the words.
fn commas(sentence: &SentenceView<'_>, cue: &Cue, words: &[usize]) -> usize {
    let gaps = words.iter().map(|word| cue.tokens.end.min(word + 1)..cue.tokens.start.max(*word));
    let nearest = gaps.min_by_key(ExactSizeIterator::len).unwrap_or(0..0);
    let between = sentence.tokens.get(nearest).unwrap_or_default();
    between.iter().filter(|token| token.is_sign(',')).count()
}

/// A verb in the past tense among the words, or right behind the name that they are said of.
fn past_verb(sentence: &SentenceView<'_>, hit: &Hit) -> Option<usize> {
    /// So many words may stand between a name and the first word of the phrasing.
    const NEAR: usize = 3;
    if let Some(verb) = hit.words.iter().copied().find(|word| sentence.is_past_verb(*word)) {
        return Some(verb);
    }
    let first = *hit.words.first()?;
    let before = sentence.mentions.iter().filter(|mention| {
        mention.tokens.end <= first && same_clause(sentence.clauses, &mention.tokens, &(first..first + 1))
    });
    let nearest = before.map(|mention| mention.tokens.end).max().filter(|end| first - end <= NEAR)?;
    (nearest..first).find(|at| sentence.is_past_verb(*at))
}

/// The date that is meant: the nearest in the same clause, else one in brackets right behind, else one that opens the
/// sentence.
fn date<'a>(
    sentence: &SentenceView<'a>,
    hit: &Hit,
    reading: &Predication<'_>,
    focus: &Range<usize>,
    ceased: bool,
) -> Option<&'a TimeExpression> {
    let counts = |when: &&TimeExpression| {
        (ceased || !is_modifier(sentence, when)) && !is_anothers(sentence, reading, when)
    };
    let in_clause = sentence.times.iter().filter(counts).filter(|when| {
        same_clause(sentence.clauses, &when.tokens, focus) && !is_of_another(sentence, hit, when)
    });
    let aside = |when: &&TimeExpression| {
        when.tokens.start >= hit.tokens.end && when.tokens.start - hit.tokens.end < ASIDE
    };
    let start = chain_start(sentence, hit.tokens.start);
    let opening = |when: &&TimeExpression| (start..start + OPENING).contains(&when.tokens.start);
    in_clause
        .min_by_key(|when| distance(&when.tokens, focus))
        .or_else(|| sentence.times.iter().filter(counts).find(aside))
        .or_else(|| sentence.times.iter().filter(counts).find(opening))
        .or_else(|| before_participle(sentence, focus))
        .or_else(|| label(sentence))
}

/// Whether a date belongs to what a clause of its own says, which "and" joins to these words: "Ann left in 2022 and Bob is …",
/// "Bob is … and Ann left in 2022". A clause of its own begins with a name and goes on with a verb.
fn is_of_another(sentence: &SentenceView<'_>, hit: &Hit, when: &TimeExpression) -> bool {
    let joins = |cue: &&Cue| cue.direction == Direction::Both && begins_clause(sentence, cue.tokens.end);
    let mut joints = sentence.cues_of(Category::Resumption).filter(joins).map(|cue| &cue.tokens);
    joints.any(|joint| {
        // The date closes the clause before, and these words open the one behind.
        let before = when.tokens.end <= joint.start
            && joint.start - when.tokens.end < NEAR_JOINT
            && joint.end <= hit.tokens.start
            && hit.tokens.start - joint.end < NEAR_JOINT
            && when.tokens.start >= OPENING;
        before || hit.tokens.end <= joint.start && joint.end <= when.tokens.start
    })
}

/// So near to the word that joins two clauses a date closes the one, and a name opens the other.
const NEAR_JOINT: usize = 2;

/// Whether a name and a verb stand at `at`: an auxiliary, a verb in the past tense, or a word before another name.
fn begins_clause(sentence: &SentenceView<'_>, at: usize) -> bool {
    let named = |from: usize| {
        sentence.mentions.iter().find(|mention| (from..from + NEAR_JOINT).contains(&mention.tokens.start))
    };
    let Some(subject) = named(at) else { return false };
    let verb = subject.tokens.end;
    let is_word = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_free = |at: usize| !sentence.language.determiners.contains(&sentence.tokens[at].hash);
    is_word(verb)
        && is_free(verb)
        && (sentence.language.auxiliaries.contains(&sentence.tokens[verb].hash)
            || sentence.is_past_verb(verb)
            || named(verb + 1).is_some())
}

/// A participle behind a comma ("…, ending the arrangement") has the date of what stands before it.
fn before_participle<'a>(sentence: &SentenceView<'a>, focus: &Range<usize>) -> Option<&'a TimeExpression> {
    let clause = sentence.clauses.get(focus.start)?;
    let start = sentence.clauses.iter().position(|known| known == clause)?;
    let begins = |cue: &&Cue| cue.tokens.start == start && cue.direction == Direction::Backward;
    sentence.cues_of(Category::Resumption).find(begins)?;
    sentence.times.iter().rev().find(|when| when.tokens.end <= start)
}

/// A date that stands before the whole sentence, as in a chronicle: "21 January 2025: …".
fn label<'a>(sentence: &SentenceView<'a>) -> Option<&'a TimeExpression> {
    let first = sentence.times.first().filter(|when| when.tokens.start == 0)?;
    sentence.tokens.get(first.tokens.end).is_some_and(|token| token.is_sign(':')).then_some(first)
}

/// Where the chain of clauses begins that a token belongs to: behind the last sign that parts more than clauses.
fn chain_start(sentence: &SentenceView<'_>, at: usize) -> usize {
    let before = sentence.tokens.get(..at).unwrap_or_default();
    let parts = |kind: TokenKind| matches!(kind, TokenKind::Sign(';' | ':' | '—' | '|' | '•'));
    before.iter().rposition(|token| parts(token.kind)).map_or(0, |at| at + 1)
}

/// Whether a date is a bare year that describes the noun behind it ("the 2025 amendments").
fn is_modifier(sentence: &SentenceView<'_>, when: &TimeExpression) -> bool {
    let next = sentence.tokens.get(when.tokens.end);
    let before = when.tokens.start.checked_sub(1).and_then(|before| sentence.tokens.get(before));
    let described = before.is_none_or(|before| sentence.language.determiners.contains(&before.hash));
    described
        && when.tokens.len() == 1
        && matches!(when.reading, TimeReading::On(_))
        && next.is_some_and(|next| next.kind == TokenKind::Word)
}

fn explicit(reading: &TimeReading, ceased: bool) -> AssertedTime {
    match *reading {
        // What ceased on a date is so no longer from that date on.
        TimeReading::On(bound) if ceased => AssertedTime::between(Some(bound), None),
        TimeReading::On(bound) => AssertedTime::on(bound),
        TimeReading::Since(bound) => AssertedTime::between(Some(bound), None),
        // Until when something else holds that has taken its place.
        TimeReading::Until(_) if ceased => AssertedTime::PRESENT,
        TimeReading::Until(bound) => AssertedTime::between(None, Some(bound)),
        TimeReading::Range(from, until) => AssertedTime::between(Some(from), Some(until)),
        TimeReading::Unanchored => {
            AssertedTime { kind: TimeKind::Past, unplaced: true, ..AssertedTime::PAST }
        }
    }
}

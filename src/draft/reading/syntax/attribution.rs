//! Who said what is read, in a part of the sentence of its own or before "that": "…, the paper wrote in 2010", "“…”, tulis koran itu",
//! "the paper wrote in 2010 that …".

use std::ops::Range;

use super::attachment::is_elsewhere;
use super::complement::saying;
use super::predication::Predication;
use crate::draft::mentions::{TimeExpression, TimeReading};
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, GrammarRole};

/// So many words may say of what was said that it is wrong, behind a comma: "…, the paper wrote, wrongly".
const ASIDE: usize = 2;

/// The words that say who said it, where nothing of the reading is among them.
#[must_use]
pub fn attribution(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let says = |cue: &Range<usize>| {
        let part = part(sentence, cue.start);
        let is_apart = part.end <= reading.span.start || part.start >= reading.span.end;
        let holds_statement = part.clone().any(|at| sentence.has(at, GrammarRole::Complementizer));
        (is_apart && !holds_statement).then_some(part)
    };
    sentence.cues_of(Category::Reporting).find_map(|cue| says(&cue.tokens))
}

/// The date on which it was said: what it says of the present is of then.
#[must_use]
pub fn date_said<'a>(sentence: &SentenceView<'a>, reading: &Predication<'_>) -> Option<&'a TimeExpression> {
    let part = saying(sentence, reading).or_else(|| attribution(sentence, reading))?;
    let dates = |when: &&TimeExpression| {
        matches!(when.reading, TimeReading::On(_))
            && part.contains(&when.tokens.start)
            && !is_of_correction(sentence, when)
            && !is_elsewhere(sentence, reading, when)
    };
    sentence.times.iter().find(dates)
}

/// Whether a date says when a text was corrected: "Correction, 3 May: Nord bought Ost".
#[must_use]
pub fn is_of_correction(sentence: &SentenceView<'_>, when: &TimeExpression) -> bool {
    let is_colon = |at: usize| sentence.is_sign(at, ':');
    let first = sentence.tokens.iter().position(|token| token.is_wordy());
    first.is_some_and(|at| sentence.is_of(at, &sentence.language.classes.corrections))
        && !(0..when.tokens.start).any(is_colon)
        && (when.tokens.end..sentence.tokens.len()).any(is_colon)
}

/// Whether a date before "that" tells when what is read was said, and not when it was so: "wrote in May that".
#[must_use]
pub fn is_of_saying(sentence: &SentenceView<'_>, reading: &Predication<'_>, when: &TimeExpression) -> bool {
    saying(sentence, reading).is_some_and(|said| said.contains(&when.tokens.start))
}

/// Who says what is read, where it is said with "that" of something else than who says it: "the paper wrote that", but not "Nord said that it".
pub fn reported_by(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let said = saying(sentence, reading)?;
    let is_own = sentence.has(said.end, GrammarRole::Pronoun)
        || sentence
            .mentions
            .iter()
            .any(|mention| said.contains(&mention.tokens.start) && reading.names.contains(&mention.tokens));
    let verb = sentence.cues_of(Category::Reporting).find(|cue| said.contains(&cue.tokens.start))?;
    (!is_own).then(|| verb.tokens.clone())
}

/// The words that say of what was said that it is wrong: "the paper wrote, wrongly", "says a post that we found to be untrue",
/// "according to a post that proved untrue".
#[must_use]
pub fn said_wrongly(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let said = attribution(sentence, reading).or_else(|| source(sentence, reading))?;
    let next = part(sentence, said.end + 1);
    let words = next.clone().filter(|at| sentence.tokens[*at].is_wordy()).count();
    let end = if next.start == said.end + 1 && words <= ASIDE { next.end } else { said.end };
    let is_wrong = |at: &usize| sentence.has(*at, GrammarRole::Counterfactive) && !is_speech(sentence, *at);
    (said.start..end).find(is_wrong).map(|at| at..at + 1)
}

/// The part between commas that names a source and describes it, right before what is read or right behind it.
fn source(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let attributes = |at: usize| {
        sentence.is_of(at, &sentence.language.classes.attributing)
            || sentence.cues_of(Category::Reporting).any(|cue| cue.tokens.start == at)
    };
    let behind = part(sentence, reading.span.end + 1);
    let is_behind = sentence.is_sign(reading.span.end, ',') && attributes(behind.start);
    let before = part(sentence, 0);
    let is_before = before.end < reading.span.start && attributes(0);
    if is_behind { Some(behind) } else { Some(before).filter(|_| is_before) }
}

/// "Denied" says that somebody denies something, which need not be this.
fn is_speech(sentence: &SentenceView<'_>, at: usize) -> bool {
    sentence.cues_of(Category::Reporting).any(|cue| cue.tokens.contains(&at))
}

/// The part between commas, quotation marks and stronger signs that a token is in.
fn part(sentence: &SentenceView<'_>, at: usize) -> Range<usize> {
    let parts = |at: &usize| {
        let kind = sentence.tokens[*at].kind;
        matches!(kind, TokenKind::Sign(',' | '"' | '(' | ')' | ';' | ':' | '—' | '.' | '?' | '!'))
    };
    let end = sentence.tokens.len();
    let start = (0..at.min(end)).rev().find(parts).map_or(0, |at| at + 1);
    start..(start.max(at)..end).find(parts).unwrap_or(end)
}

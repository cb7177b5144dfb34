//! What is told without saying when: an event has happened, whatever form the verb has, and what another clause only follows may be over.

use super::dating::subordinates_in_time;
use super::polarity::Denial;
use super::sentence_view::SentenceView;
use super::syntax::{Predication, SentenceWords};
use super::tense::TenseReading;
use crate::model::{AssertedTime, Frame, Phase, Phrasing, TimeKind};

/// The time of what a sentence tells, which is an event if there is an `event` phrasing.
///
/// An event in no tense is past: "Nordwerft didirikan oleh Ann Meyer", "Nordwerft's founder Ann Meyer"; but not "Ann Meyer buys Nordwerft".
/// The perfect keeps it in the present: "has acquired", "telah mengakuisisi". What was so before something else may be over: "after leading
/// Nordwerft, Ann Meyer".
#[must_use]
pub fn placed(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    told: &TenseReading,
    event: Option<&Phrasing>,
) -> AssertedTime {
    let words = SentenceWords::of(sentence);
    let is_perfect = |at: usize| sentence.is_of(at, &sentence.language.classes.perfect);
    let is_tensed = |phrasing: &Phrasing| {
        phrasing.frame == Some(Frame::Verb)
            && !sentence.language.is_tenseless()
            && !reading.words.iter().any(|at| words.is_gerund(*at))
    };
    let happens = event.is_some_and(|phrasing| phrasing.phase == Phase::Holds && !is_tensed(phrasing));
    let is_present = told.time.kind == TimeKind::Present;
    let is_before = || reading.words.first().is_some_and(|at| subordinates_in_time(sentence, *at));
    // "Memakai Ost untuk melatih modelnya" says what it is used for, and not that it happened.
    let is_purpose = |at: usize| {
        sentence.is_of(at, &sentence.language.classes.infinitive) && sentence.is_verb_like(at + 1)
    };
    let is_other = |at: usize| is_perfect(at) || is_purpose(at);
    if happens && is_present && told.tokens.is_none() && !reading.span.clone().any(is_other) {
        AssertedTime { kind: TimeKind::Past, ..told.time }
    } else if event.is_none() && is_present && is_before() {
        AssertedTime { unplaced: true, ..AssertedTime::PAST }
    } else {
        told.time
    }
}

/// What did not happen until some time happened then: "did not buy Ost until 2019". A state that was not so until then began, and is
/// denied of the time before.
#[must_use]
pub fn at_last(denial: Denial, told: TenseReading, is_event: bool) -> (Denial, TenseReading) {
    let is_until = told.time.from.is_none() && !told.time.within;
    match told.time.until.filter(|_| is_event && is_until && denial.denies && !denial.ceased) {
        Some(until) => {
            let denial = Denial { denies: false, ever: false, ..denial };
            (denial, TenseReading { time: AssertedTime::on(until), ..told })
        }
        None => (denial, told),
    }
}

/// Whether something is said to be so once more, or no more: "never again led Nord", "did not lead Nord again".
#[must_use]
pub fn is_repeated(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let repeats = |at: usize| sentence.is_of(at, &sentence.language.classes.repeating);
    (reading.span.start..=reading.span.end).any(|at| repeats(at) && !reading.holds(at))
}

//! Events that a sentence tells of without saying when: they have happened, whatever form the verb has.

use super::sentence_view::SentenceView;
use super::syntax::Predication;
use super::tense::TenseReading;
use crate::model::{AssertedTime, Modality, TimeKind};

/// The time of an event that is told in no tense: "Nordwerft didirikan oleh Ann Meyer", "Nordwerft's founder Ann Meyer". The perfect keeps
/// it in the present: "has acquired", "telah mengakuisisi".
#[must_use]
pub fn happened(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    told: &TenseReading,
    modality: Modality,
) -> AssertedTime {
    let is_perfect = |at: usize| sentence.is_of(at, &sentence.language.classes.perfect);
    let is_untold = told.time.kind == TimeKind::Present && told.tokens.is_none();
    if is_untold && modality != Modality::Forecast && !reading.span.clone().any(is_perfect) {
        AssertedTime { kind: TimeKind::Past, ..told.time }
    } else {
        told.time
    }
}

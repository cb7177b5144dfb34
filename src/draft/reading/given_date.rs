//! Dates as what is said, where a relation has dates on its far side: "was founded on 3 May 1950". When something else was so
//! is `dating`'s business.

use std::ops::Range;

use super::assertion::PhrasingHit;
use super::dating;
use super::pattern::Hit;
use super::records::Records;
use super::sentence_view::SentenceView;
use super::syntax::{Predication, SentenceWords};
use crate::draft::mentions::{TimeExpression, TimeReading};
use crate::model::{ClaimId, EntityId, Frame, GrammarRole};

/// A date in a sentence about a relation that has dates on its far side.
pub enum GivenDate {
    /// It is the one that these claims give, and these tokens are.
    OnRecord(Vec<ClaimId>, Range<usize>),
    /// It says when these claims were so, as that of an event does.
    AsTime(Vec<ClaimId>),
    /// None of these.
    Other,
}

impl GivenDate {
    /// The date on the far side, as it is written, without the preposition before it.
    #[must_use]
    pub fn written(&self, sentence: &SentenceView<'_>) -> Option<String> {
        match self {
            Self::OnRecord(_, tokens) => {
                let is_before = |at: &usize| sentence.has(*at, GrammarRole::Preposition);
                let start = tokens.clone().find(|at| !is_before(at))?;
                Some(sentence.words(&(start..tokens.end)).to_owned())
            }
            Self::AsTime(_) | Self::Other => None,
        }
    }
}

/// What the date of a sentence says of a relation that has dates on its far side.
#[must_use]
pub fn given_date(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    reading: &Predication<'_>,
    subject: Option<EntityId>,
) -> GivenDate {
    let focus = said.hit.tokens.clone();
    let when = dating::date(sentence, said.hit, reading, &focus, false);
    if leads_other(sentence, said.hit) && !is_told_of_place(sentence, said, when) {
        return GivenDate::Other;
    }
    let date = when.and_then(|when| match when.reading {
        TimeReading::On(bound)
        | TimeReading::Current(bound)
        | TimeReading::Since(bound)
        | TimeReading::Until(bound) => Some(bound),
        _ => None,
    });
    let claims = date.map_or_else(Vec::new, |date| records.dated(said.relation, subject, Some(date)));
    let is_event = records.base().relations.record(said.relation).is_some_and(|record| record.event);
    match (claims.is_empty(), is_event) {
        (false, _) => GivenDate::OnRecord(claims, when.map_or(0..0, |when| when.tokens.clone())),
        (true, true) => GivenDate::AsTime(records.dated(said.relation, subject, None)),
        (true, false) => GivenDate::Other,
    }
}

/// Whether the preposition with which the words of a phrasing end leads something else than a date: "starts on Linux".
fn leads_other(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    let last = hit.tokens.end.saturating_sub(1);
    hit.words.last() == Some(&last)
        && sentence.has(last, GrammarRole::Preposition)
        && !sentence.is_dated(last)
        && !sentence.is_dated(last + 1)
}

/// Whether a preposition that leads no date may lead a place, and a date is told besides: "was founded in Kiel in 2008", "in 2008 it was
/// founded in Kiel", but not "starts on Linux in 2021".
fn is_told_of_place(
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    when: Option<&TimeExpression>,
) -> bool {
    /// Longer places are rare.
    const NEAR: usize = 6;
    let Some(when) = when else { return false };
    let PhrasingHit { phrasing, hit, .. } = said;
    let words = SentenceWords::of(sentence);
    let is_past = hit.words.iter().any(|at| sentence.has_past_form(*at));
    let between = hit.tokens.end..when.tokens.start.max(hit.tokens.end);
    let is_near = between.len() < NEAR
        && !between.clone().any(|at| words.is_verb(at) || !sentence.tokens[at].is_wordy());
    let is_event = phrasing.frame == Some(Frame::Event) && when.tokens.start >= hit.tokens.end;
    is_near && (is_past || is_event || sentence.language.is_tenseless())
}

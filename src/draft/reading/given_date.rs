//! Dates as what is said, where a relation has dates on its far side: "was founded on 3 May 1950". When something else was so
//! is `dating`'s business.

use std::ops::Range;

use super::assertion::PhrasingHit;
use super::dating;
use super::records::Records;
use super::sentence_view::SentenceView;
use super::syntax::Predication;
use crate::draft::mentions::TimeReading;
use crate::model::{ClaimId, EntityId, GrammarRole};

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

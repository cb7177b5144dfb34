//! Prepositions: what is said with a date or a range. Whether a bare number is a year at all is `license`'s business.

use super::WhenReading;
use super::lexicon::Means;
use super::license::{RECENT, is_recent};
use super::range::Left;
use super::resolve::Origin;
use super::scene::Scene;
use super::written::{Bare, Core, Part, What, Written};
use crate::draft::token::Token;
use crate::model::DateRole;
use crate::time::Bound;

/// Prepositions; of phrases as long as each other, the earlier one counts.
const PREPOSITIONS: [DateRole; 11] = [
    DateRole::NotUntil,
    DateRole::Since,
    DateRole::Until,
    DateRole::UpTo,
    DateRole::Before,
    DateRole::After,
    DateRole::AsOf,
    DateRole::By,
    DateRole::On,
    DateRole::OnDay,
    DateRole::Weak,
];

/// What was read, before it is checked that it stands free.
pub struct Found {
    /// The token behind it.
    pub end: usize,
    /// What it says.
    pub reading: WhenReading,
    /// Whether it is said as of that date.
    pub as_of: bool,
    /// Whether it is counted from the draft's date.
    pub relative: bool,
    /// Whether it is a date within a preposition's reach that may go on: "in 2019 and 2023".
    pub listed: bool,
}

impl Found {
    fn new(end: usize, (reading, relative): (WhenReading, bool)) -> Self {
        Self { end, reading, as_of: false, relative, listed: false }
    }
}

impl Scene<'_> {
    /// What begins at `at`.
    pub fn when(&self, at: usize, origin: Origin) -> Option<Found> {
        self.framed(at, origin)
            .or_else(|| self.onwards(at, origin))
            .or_else(|| self.past(at, origin))
            .or_else(|| self.with_preposition(at, origin))
            .or_else(|| self.without_preposition(at, origin))
    }

    /// Behind a date that the calendar does not have, so that "February 2025" is not read of "30 February 2025".
    pub fn impossible(&self, at: usize, origin: Origin) -> Option<usize> {
        let date = self.date(at).filter(|date| date.bare == Bare::No)?;
        if origin.resolve(&date).is_none() { Some(date.end) } else { None }
    }

    /// "from X to Y", "between X and Y".
    fn framed(&self, at: usize, origin: Origin) -> Option<Found> {
        let pick = |means| match means {
            Means::From(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.words.longest(self.tokens, at, pick)?;
        let left = self.left(self.fillers(behind))?;
        let close = |means| (means == Means::To(group)).then_some(());
        let (behind, ()) = self.words.longest(self.tokens, left.end(), close)?;
        let span = self.span_to(left, behind)?;
        let counted = span.is_numbers() && self.is_counted(span.end);
        if counted || !span.years().is_none_or(|(from, _)| RECENT.contains(&from) || !span.is_numbers()) {
            return None;
        }
        Some(Found::new(span.end, span.read(origin)?))
    }

    /// "from X on".
    fn onwards(&self, at: usize, origin: Origin) -> Option<Found> {
        let pick = |means| match means {
            Means::FromOn(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.words.longest(self.tokens, at, pick)?;
        let date = self.date(self.fillers(behind))?;
        let close = |means| (means == Means::Onwards(group)).then_some(());
        let (end, ()) = self.words.longest(self.tokens, date.end, close)?;
        // "from 2025 on Azure": a word that is also a preposition closes only where nothing follows it.
        let preposition = self.role(date.end, DateRole::OnDay) == Some(end);
        if preposition && self.token(end).is_some_and(Token::is_wordy) {
            return None;
        }
        let resolved = origin.resolve(&date)?;
        let reading = resolved.bound.map_or(WhenReading::Unanchored, WhenReading::Since);
        Some(Found::new(end, (reading, resolved.relative)))
    }

    /// "in the past two years": from then to the draft's day.
    fn past(&self, at: usize, origin: Origin) -> Option<Found> {
        let behind = self.role(at, DateRole::On).unwrap_or(at);
        let date = self.past_length(behind).or_else(|| self.past_length(at))?;
        let resolved = origin.resolve(&date)?;
        let reading = match (resolved.bound, origin.anchor) {
            (Some(from), Some(anchor)) => WhenReading::Range(from, Bound::day(anchor.max(from.earliest))),
            _ => WhenReading::Unanchored,
        };
        Some(Found::new(date.end, (reading, true)))
    }

    /// Behind words that may stand before a date.
    fn fillers(&self, at: usize) -> usize {
        self.skip(self.skip(at, DateRole::Filler), DateRole::Filler)
    }

    /// A date or range behind a preposition.
    fn with_preposition(&self, at: usize, origin: Origin) -> Option<Found> {
        let pick = |means| match means {
            Means::Role(role) => PREPOSITIONS.iter().position(|known| *known == role),
            _ => None,
        };
        let (behind, _) = self.words.longest(self.tokens, at, pick)?;
        let role = *PREPOSITIONS.iter().find(|role| self.role(at, **role) == Some(behind))?;
        let start = self.fillers(behind);
        // A filler may belong to the date itself: "the first half", "sekitar" and such do not.
        let left = self.left(start).or_else(|| self.left(behind))?;
        if matches!(role, DateRole::On | DateRole::OnDay | DateRole::Since | DateRole::By | DateRole::Weak)
            && let Some(span) = self.span(left)
            && (!span.is_numbers() || role != DateRole::OnDay && self.allows_span(&span))
            && let Some(read) = span.read(origin)
        {
            return Some(Found::new(span.end, read));
        }
        let Left::Date(date) = left else { return None };
        if !self.licensed(role, &date) {
            return None;
        }
        let date = self.lent_by_next(date);
        let resolved = origin.resolve(&date)?;
        let reading = resolved.bound.map_or(WhenReading::Unanchored, |bound| said(role, date.part, bound));
        let found = Found::new(date.end, (reading, resolved.relative));
        Some(Found { as_of: role == DateRole::AsOf, listed: role == DateRole::On, ..found })
    }

    /// With the year of the date behind "and": "in January and March 2025".
    fn lent_by_next(&self, date: Written) -> Written {
        if !date.lacks_year() {
            return date;
        }
        let next = self.role(date.end, DateRole::And).and_then(|behind| self.date(behind));
        next.and_then(|next| next.year()).map_or(date, |year| date.with_year(year))
    }

    /// A date or range that needs no preposition.
    fn without_preposition(&self, at: usize, origin: Origin) -> Option<Found> {
        let left = self.left(at)?;
        if let Some(span) = self.span(left)
            && !span.is_months()
            && (!span.is_numbers() || self.allows_span(&span))
            && let Some(read) = span.read(origin)
        {
            return Some(Found::new(span.end, read));
        }
        let Left::Date(date) = left else { return None };
        let allowed = match date.bare {
            // "Nomor 3 Tahun 2022" is the name of a law.
            Bare::No => !(self.role(at, DateRole::YearWord).is_some() && self.is_number(at.checked_sub(1))),
            Bare::Month => false,
            Bare::Year => self.stands_as_year(at, &date),
        };
        if !allowed {
            return None;
        }
        let resolved = origin.resolve(&date)?;
        let reading = resolved.bound.map_or(WhenReading::Unanchored, WhenReading::On);
        let listed = date.part.is_none() && matches!(date.core, Core::Within { what: What::Year, .. });
        Some(Found { listed, ..Found::new(date.end, (reading, resolved.relative)) })
    }

    /// A further year of a list: "and 2023", ", 2023".
    pub fn listed(&self, end: usize, origin: Origin) -> Option<(usize, Found)> {
        let comma = self.skip_comma(end);
        let at = self.skip(comma, DateRole::And);
        if at == end {
            return None;
        }
        let date = self.year(at).filter(|date| is_recent(date) && !self.is_counted(date.end))?;
        let bound = origin.resolve(&date)?.bound?;
        let found = Found::new(date.end, (WhenReading::On(bound), false));
        Some((at, Found { listed: true, ..found }))
    }
}

/// What a preposition says with a date.
fn said(role: DateRole, part: Option<Part>, bound: Bound) -> WhenReading {
    match role {
        DateRole::NotUntil | DateRole::Since => WhenReading::Since(bound),
        DateRole::Until | DateRole::UpTo => WhenReading::Until(bound),
        // "Before the end of 2025" may be before its last days only.
        DateRole::Before if part.is_some() => {
            WhenReading::Until(Bound::new(bound.earliest.previous(), bound.latest.previous()))
        }
        // All of the date lies ahead: the last day is the one before it.
        DateRole::Before => WhenReading::Until(Bound::day(bound.earliest.previous())),
        // "After January 2025" may begin on any of its days, for people say so of what happened in it.
        DateRole::After => WhenReading::Since(Bound::new(bound.earliest, bound.latest.next())),
        _ => WhenReading::On(bound),
    }
}

//! Prepositions: what is said with a date or a range. Whether a bare number is a year at all is `year_context`'s business.

use super::TimeReading;
use super::lexicon::DateMeaning;
use super::parser::TimeParser;
use super::range::RangeStart;
use super::resolve::Origin;
use super::written::{Ambiguity, DateCore, DatePart, WrittenDate, YearPart};
use super::year_context::{RECENT, is_recent};
use crate::draft::segmentation::Token;
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
pub struct ParsedTime {
    /// The token behind it.
    pub end: usize,
    /// What it says.
    pub reading: TimeReading,
    /// Whether it is said as of that date.
    pub as_of: bool,
    /// Whether it is counted from the draft's date.
    pub relative: bool,
    /// Whether it is a date within a preposition's reach that may go on: "in 2019 and 2023".
    pub listed: bool,
}

impl ParsedTime {
    fn new(end: usize, (reading, relative): (TimeReading, bool)) -> Self {
        Self { end, reading, as_of: false, relative, listed: false }
    }
}

impl TimeParser<'_> {
    /// What begins at `at`.
    pub fn expression(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        self.framed(at, origin)
            .or_else(|| self.onwards(at, origin))
            .or_else(|| self.past(at, origin))
            .or_else(|| self.with_preposition(at, origin))
            .or_else(|| self.without_preposition(at, origin))
    }

    /// Behind a date that the calendar does not have, so that "February 2025" is not read of "30 February 2025".
    pub fn impossible(&self, at: usize, origin: Origin) -> Option<usize> {
        let date = self.date(at).filter(|date| date.ambiguity == Ambiguity::None)?;
        if origin.resolve(&date).is_none() { Some(date.end) } else { None }
    }

    /// "from X to Y", "between X and Y".
    fn framed(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let pick = |means| match means {
            DateMeaning::From(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.words.longest(self.tokens, at, pick)?;
        let left = self.range_start(self.fillers(behind))?;
        let close = |means| (means == DateMeaning::To(group)).then_some(());
        let (behind, ()) = self.words.longest(self.tokens, left.end(), close)?;
        let span = self.span_to(left, behind)?;
        let counted = span.is_numbers() && self.is_counted(span.end);
        if counted || !span.years().is_none_or(|(from, _)| RECENT.contains(&from) || !span.is_numbers()) {
            return None;
        }
        Some(ParsedTime::new(span.end, span.read(origin)?))
    }

    /// "from X on".
    fn onwards(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let pick = |means| match means {
            DateMeaning::FromOn(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.words.longest(self.tokens, at, pick)?;
        let date = self.date(self.fillers(behind))?;
        let close = |means| (means == DateMeaning::Onwards(group)).then_some(());
        let (end, ()) = self.words.longest(self.tokens, date.end, close)?;
        // "from 2025 on Azure": a word that is also a preposition closes only where nothing follows it.
        let preposition = self.role(date.end, DateRole::OnDay) == Some(end);
        if preposition && self.token(end).is_some_and(Token::is_wordy) {
            return None;
        }
        let resolved = origin.resolve(&date)?;
        let reading = resolved.bound.map_or(TimeReading::Unanchored, TimeReading::Since);
        Some(ParsedTime::new(end, (reading, resolved.relative)))
    }

    /// "in the past two years": from then to the draft's day.
    fn past(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let behind = self.role(at, DateRole::On).unwrap_or(at);
        let date = self.past_length(behind).or_else(|| self.past_length(at))?;
        let resolved = origin.resolve(&date)?;
        let reading = match (resolved.bound, origin.anchor) {
            (Some(from), Some(anchor)) => TimeReading::Range(from, Bound::day(anchor.max(from.earliest))),
            _ => TimeReading::Unanchored,
        };
        Some(ParsedTime::new(date.end, (reading, true)))
    }

    /// Behind words that may stand before a date.
    fn fillers(&self, at: usize) -> usize {
        self.skip(self.skip(at, DateRole::Filler), DateRole::Filler)
    }

    /// A date or range behind a preposition.
    fn with_preposition(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let pick = |means| match means {
            DateMeaning::Role(role) => PREPOSITIONS.iter().position(|known| *known == role),
            _ => None,
        };
        let (behind, _) = self.words.longest(self.tokens, at, pick)?;
        let role = *PREPOSITIONS.iter().find(|role| self.role(at, **role) == Some(behind))?;
        let start = self.fillers(behind);
        // A filler may belong to the date itself: "the first half", "sekitar" and such do not.
        let left = self.range_start(start).or_else(|| self.range_start(behind))?;
        if matches!(role, DateRole::On | DateRole::OnDay | DateRole::Since | DateRole::By | DateRole::Weak)
            && let Some(span) = self.span(left)
            && (!span.is_numbers() || role != DateRole::OnDay && self.allows_span(&span))
            && let Some(read) = span.read(origin)
        {
            return Some(ParsedTime::new(span.end, read));
        }
        let RangeStart::Date(date) = left else { return None };
        if !self.has_evidence(role, &date) {
            return None;
        }
        let date = self.lent_by_next(date);
        let resolved = origin.resolve(&date)?;
        let reading = resolved.bound.map_or(TimeReading::Unanchored, |bound| said(role, date.part, bound));
        let found = ParsedTime::new(date.end, (reading, resolved.relative));
        Some(ParsedTime { as_of: role == DateRole::AsOf, listed: role == DateRole::On, ..found })
    }

    /// With the year of the date behind "and": "in January and March 2025".
    fn lent_by_next(&self, date: WrittenDate) -> WrittenDate {
        if !date.lacks_year() {
            return date;
        }
        let next = self.role(date.end, DateRole::And).and_then(|behind| self.date(behind));
        next.and_then(|next| next.year()).map_or(date, |year| date.with_year(year))
    }

    /// A date or range that needs no preposition.
    fn without_preposition(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let left = self.range_start(at)?;
        if let Some(span) = self.span(left)
            && !span.is_months()
            && (!span.is_numbers() || self.allows_span(&span))
            && let Some(read) = span.read(origin)
        {
            return Some(ParsedTime::new(span.end, read));
        }
        let RangeStart::Date(date) = left else { return None };
        let allowed = match date.ambiguity {
            // "Nomor 3 Tahun 2022" is the name of a law.
            Ambiguity::None => {
                !(self.role(at, DateRole::YearWord).is_some() && self.is_number(at.checked_sub(1)))
            }
            Ambiguity::Month => false,
            Ambiguity::Year => self.stands_as_year(at, &date),
        };
        if !allowed {
            return None;
        }
        let resolved = origin.resolve(&date)?;
        let reading = resolved.bound.map_or(TimeReading::Unanchored, TimeReading::On);
        let listed =
            date.part.is_none() && matches!(date.core, DateCore::Within { what: YearPart::Year, .. });
        Some(ParsedTime { listed, ..ParsedTime::new(date.end, (reading, resolved.relative)) })
    }

    /// A further year of a list: "and 2023", ", 2023".
    pub fn listed(&self, end: usize, origin: Origin) -> Option<(usize, ParsedTime)> {
        let comma = self.skip_comma(end);
        let at = self.skip(comma, DateRole::And);
        if at == end {
            return None;
        }
        let date = self.year(at).filter(|date| is_recent(date) && !self.is_counted(date.end))?;
        let bound = origin.resolve(&date)?.bound?;
        let found = ParsedTime::new(date.end, (TimeReading::On(bound), false));
        Some((at, ParsedTime { listed: true, ..found }))
    }
}

/// What a preposition says with a date.
fn said(role: DateRole, part: Option<DatePart>, bound: Bound) -> TimeReading {
    match role {
        DateRole::NotUntil | DateRole::Since => TimeReading::Since(bound),
        DateRole::Until | DateRole::UpTo => TimeReading::Until(bound),
        // "Before the end of 2025" may be before its last days only.
        DateRole::Before if part.is_some() => {
            TimeReading::Until(Bound::new(bound.earliest.previous(), bound.latest.previous()))
        }
        // All of the date lies ahead: the last day is the one before it.
        DateRole::Before => TimeReading::Until(Bound::day(bound.earliest.previous())),
        // "After January 2025" may begin on any of its days, for people say so of what happened in it.
        DateRole::After => TimeReading::Since(Bound::new(bound.earliest, bound.latest.next())),
        _ => TimeReading::On(bound),
    }
}

//! Prepositions: what is said with a date or a range. Whether a bare number is a year at all is `year_context`'s business.

use super::TimeReading;
use super::lexicon::{DateMeaning, Kinds, kinds};
use super::parser::TimeParser;
use super::range::RangeStart;
use super::resolve::Origin;
use super::written::{Ambiguity, DateCore, DatePart, WrittenDate, YearPart};
use super::year_context::{RECENT, is_recent};
use crate::draft::segmentation::Token;
use crate::model::DateRole;
use crate::time::Bound;

/// Prepositions; of phrases as long as each other, the earlier one counts.
const PREPOSITIONS: [DateRole; 13] = [
    DateRole::NotUntil,
    DateRole::Since,
    DateRole::Until,
    DateRole::UpTo,
    DateRole::Before,
    DateRole::After,
    DateRole::AsOf,
    DateRole::By,
    DateRole::During,
    DateRole::On,
    DateRole::OnDay,
    DateRole::Weak,
    DateRole::About,
];

/// What they mean.
const PREPOSITION: Kinds = kinds::of(&PREPOSITIONS);

/// What may stand between a preposition and its date.
const FILLER: Kinds = kinds::of(&[DateRole::Filler, DateRole::About, DateRole::AtLeast]);

/// What was read, before it is checked that it is free.
pub struct ParsedTime {
    /// The token after it.
    pub end: usize,
    /// What it says.
    pub reading: TimeReading,
    /// Whether it is said as of that date.
    pub as_of: bool,
    /// Whether it is counted from the draft's date.
    pub relative: bool,
    /// Whether it is the day or week in which the draft was written.
    pub now: bool,
    /// Whether it is a date within a preposition's reach that may go on: "in 2019 and 2023".
    pub listed: bool,
    /// Whether its dates may be those on which something began and ended.
    pub names_ends: bool,
}

impl ParsedTime {
    fn new(end: usize, (reading, relative): (TimeReading, bool)) -> Self {
        Self { end, reading, as_of: false, relative, now: false, listed: false, names_ends: true }
    }

    /// The same, which names the ends only if `names_ends`.
    fn naming_ends(self, names_ends: bool) -> Self {
        Self { names_ends, ..self }
    }
}

/// What is between a preposition and its date.
#[derive(Debug, Clone, Copy)]
pub struct Fillers {
    /// The token after them.
    pub end: usize,
    /// "About": the date is approximate.
    pub about: bool,
    /// "At least": it may be earlier or later.
    pub at_least: bool,
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

    /// After a date that the calendar does not have, so that "February 2025" is not read of "30 February 2025", nor "last year"
    /// ("tahun lalu") of "beberapa tahun lalu".
    pub fn impossible(&self, at: usize, origin: Origin) -> Option<usize> {
        let unit = self.role(at, DateRole::Indefinite);
        if let Some((.., end)) = unit.and_then(|unit| self.relative(unit)) {
            return Some(end);
        }
        let date = self.date(at).filter(|date| date.ambiguity == Ambiguity::None);
        match date {
            Some(date) if origin.resolve(&date).is_none() => Some(date.end),
            _ => self.behind_digits(at),
        }
    }

    /// "from X to Y", "between X and Y".
    fn framed(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let pick = |means| match means {
            DateMeaning::From(group) => Some((group, true)),
            DateMeaning::Between(group) => Some((group, false)),
            _ => None,
        };
        let (behind, (group, names_ends)) = self.longest(at, kinds::FROM, pick)?;
        let left = self.filled(behind)?;
        let close = |means| (means == DateMeaning::To(group)).then_some(());
        let (between, ()) = self.longest(left.end(), kinds::TO, close)?;
        let span = self.span_to(left, between)?;
        let counted = span.is_numbers() && self.is_counted(span.end);
        if counted || !span.years().is_none_or(|(from, _)| RECENT.contains(&from) || !span.is_numbers()) {
            return None;
        }
        let at_least = self.behind_at_least(at) || self.fillers(behind).at_least || span.at_least;
        Some(ParsedTime::new(span.end, span.read(origin)?).naming_ends(names_ends && !at_least))
    }

    /// "from X on".
    fn onwards(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let pick = |means| match means {
            DateMeaning::FromOn(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.longest(at, kinds::FROM_ON, pick)?;
        let RangeStart::Date(date) = self.filled(behind)? else { return None };
        let close = |means| (means == DateMeaning::Onwards(group)).then_some(());
        let (end, ()) = self.longest(date.end, kinds::ONWARDS, close)?;
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
        let behind = self.role(at, DateRole::During).or_else(|| self.role(at, DateRole::On)).unwrap_or(at);
        let date = self.past_length(behind).or_else(|| self.past_length(at))?;
        let resolved = origin.resolve(&date)?;
        let reading = match (resolved.bound, origin.anchor) {
            (Some(from), Some(anchor)) => TimeReading::Range(from, Bound::day(anchor.max(from.earliest))),
            _ => TimeReading::Unanchored,
        };
        Some(ParsedTime::new(date.end, (reading, true)).naming_ends(false))
    }

    /// The words at `at` that may be before a date: two phrases at most.
    pub(super) fn fillers(&self, at: usize) -> Fillers {
        let mut fillers = Fillers { end: at, about: false, at_least: false };
        for _ in 0..2 {
            let pick = |means| match means {
                DateMeaning::Role(role @ (DateRole::Filler | DateRole::About | DateRole::AtLeast)) => {
                    Some(role)
                }
                _ => None,
            };
            let Some((end, role)) = self.longest(fillers.end, FILLER, pick) else { break };
            fillers.end = end;
            fillers.about |= role == DateRole::About;
            fillers.at_least |= role == DateRole::AtLeast;
        }
        fillers
    }

    /// The near end of a range after such words, about which it is if they say so.
    fn filled(&self, at: usize) -> Option<RangeStart> {
        let fillers = self.fillers(at);
        Some(match self.range_start(fillers.end)? {
            RangeStart::Date(date) => RangeStart::Date(WrittenDate { about: fillers.about, ..date }),
            day @ RangeStart::Day(..) => day,
        })
    }

    /// Whether "at least" is before `at`.
    fn behind_at_least(&self, at: usize) -> bool {
        /// No such phrase has more words.
        const LONGEST: usize = 3;
        (1..=LONGEST.min(at)).any(|back| self.role(at - back, DateRole::AtLeast) == Some(at))
    }

    /// A date or range after a preposition.
    fn with_preposition(&self, at: usize, origin: Origin) -> Option<ParsedTime> {
        let pick = |means| match means {
            DateMeaning::Role(role) => PREPOSITIONS.iter().position(|known| *known == role),
            _ => None,
        };
        let (behind, _) = self.longest(at, PREPOSITION, pick)?;
        let role = *PREPOSITIONS.iter().find(|role| self.role(at, **role) == Some(behind))?;
        // A filler may belong to the date itself: "the first half", "sekitar" and such do not.
        let left = self.filled(behind).or_else(|| self.range_start(behind))?;
        if !matches!(
            role,
            DateRole::Until | DateRole::UpTo | DateRole::Before | DateRole::After | DateRole::AsOf
        ) && let Some(span) = self.span(left)
            && (!span.is_numbers() || role != DateRole::OnDay && self.allows_span(&span))
            && let Some(read) = span.read(origin)
        {
            let names_ends = matches!(role, DateRole::Since | DateRole::OnDay) && !span.at_least;
            return Some(ParsedTime::new(span.end, read).naming_ends(names_ends));
        }
        let RangeStart::Date(date) = left else { return None };
        if !self.has_evidence(role, &date) {
            return None;
        }
        let about = date.about || role == DateRole::About;
        let date = WrittenDate { about, ..self.lent_by_next(date) };
        let resolved = origin.resolve(&date)?;
        let reading = match resolved.bound {
            None => TimeReading::Unanchored,
            Some(bound) => match said(role, date.part, bound) {
                TimeReading::On(_) if resolved.current && role != DateRole::By => TimeReading::Current(bound),
                said => said,
            },
        };
        let found = ParsedTime::new(date.end, (reading, resolved.relative));
        let at_least = self.behind_at_least(at) || self.fillers(behind).at_least;
        Some(ParsedTime {
            as_of: role == DateRole::AsOf,
            now: resolved.now && role != DateRole::By,
            listed: matches!(role, DateRole::On | DateRole::During),
            ..found.naming_ends(names_ends(role) && !at_least)
        })
    }

    /// With the year of the date after "and": "in January and March 2025".
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
            // "(2019–2024)" and "served 2019–2024." say when it began and ended; "the 2019–2024 plan" does not.
            let stands_alone = at > 0 && !self.token(span.end).is_some_and(Token::is_wordy) && !span.at_least;
            return Some(ParsedTime::new(span.end, read).naming_ends(stands_alone));
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
        let on = if resolved.current { TimeReading::Current } else { TimeReading::On };
        let reading = resolved.bound.map_or(TimeReading::Unanchored, on);
        let listed =
            date.part.is_none() && matches!(date.core, DateCore::Within { what: YearPart::Year, .. });
        Some(ParsedTime {
            listed,
            now: resolved.now,
            ..ParsedTime::new(date.end, (reading, resolved.relative))
        })
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
        Some((at, ParsedTime { listed: true, ..found.naming_ends(false) }))
    }
}

/// Whether what a preposition dates may have begun or ended on the very date.
fn names_ends(role: DateRole) -> bool {
    use DateRole::{About, On, OnDay, Since, Until, UpTo, Weak};
    matches!(role, Since | Until | UpTo | On | OnDay | Weak | About)
}

/// What a preposition says with a date.
fn said(role: DateRole, part: Option<DatePart>, bound: Bound) -> TimeReading {
    match role {
        DateRole::NotUntil | DateRole::Since => TimeReading::Since(bound),
        DateRole::Until | DateRole::UpTo => TimeReading::Until(bound),
        // "Before the end of 2025" may be before its last days only.
        DateRole::Before if part.is_some() => {
            TimeReading::Before(Bound::new(bound.earliest.previous(), bound.latest.previous()))
        }
        // All of the date lies ahead: the last day is the one before it.
        DateRole::Before => TimeReading::Before(Bound::day(bound.earliest.previous())),
        // "After January 2025" may begin on any of its days, because people use it for what happened in that month.
        DateRole::After => TimeReading::Since(Bound::new(bound.earliest, bound.latest.next())),
        _ => TimeReading::On(bound),
    }
}

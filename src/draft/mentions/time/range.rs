//! Two dates that make a range, and what each takes from the other: "22–24 July 2019", "January to March 2025".

use super::TimeReading;
use super::parser::TimeParser;
use super::resolve::Origin;
use super::written::{Ambiguity, DateCore, WrittenDate, Year, YearPart};
use crate::draft::segmentation::TokenKind;
use crate::model::DateRole;

/// A date, or the number of a day whose month follows with the other end of its range.
#[derive(Debug, Clone, Copy)]
pub enum RangeStart {
    /// A date.
    Date(WrittenDate),
    /// A day's number and the token after it.
    Day(u8, usize),
}

impl RangeStart {
    /// The token after it.
    pub fn end(&self) -> usize {
        match self {
            Self::Date(date) => date.end,
            Self::Day(_, end) => *end,
        }
    }
}

/// Which end of a range takes its year from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BorrowedYear {
    Neither,
    Left,
    Right,
}

/// A range as written.
#[derive(Debug, Clone, Copy)]
pub struct DateRange {
    left: WrittenDate,
    /// `None` is "present": it goes on.
    right: Option<WrittenDate>,
    lent: BorrowedYear,
    /// "At least" is before the far end.
    pub at_least: bool,
    /// The token after it.
    pub end: usize,
}

impl DateRange {
    /// Whether both ends are bare numbers.
    pub fn is_numbers(&self) -> bool {
        self.left.ambiguity == Ambiguity::Year
            && self.right.is_none_or(|right| right.ambiguity == Ambiguity::Year)
    }

    /// Whether neither end has a year or a day.
    pub fn is_months(&self) -> bool {
        self.left.ambiguity == Ambiguity::Month
            && self.right.is_none_or(|right| right.ambiguity == Ambiguity::Month)
    }

    /// The years of a range of nothing but years.
    pub fn years(&self) -> Option<(i32, i32)> {
        match (self.left.year()?, self.right?.year()?) {
            (Year::Is(from), Year::Is(to)) => Some((from, to)),
            _ => None,
        }
    }

    /// Its reading, and whether it is counted from the draft's date; `None` if there is no such date, or the second
    /// one is the earlier.
    pub fn read(&self, origin: Origin) -> Option<(TimeReading, bool)> {
        let near = origin.resolve(&self.left)?;
        let Some(right) = self.right else {
            return Some((near.bound.map_or(TimeReading::Unanchored, TimeReading::Since), near.relative));
        };
        let far = origin.resolve(&right)?;
        let (Some(mut from), Some(mut to)) = (near.bound, far.bound) else {
            return Some((TimeReading::Unanchored, true));
        };
        if from.earliest > to.latest {
            // "November to February 2025" begins in the year before, "from July 2019 to March" ends in the next.
            match self.lent {
                BorrowedYear::Left => from = origin.resolve(&years_off(self.left, -1)?)?.bound?,
                BorrowedYear::Right => to = origin.resolve(&years_off(right, 1)?)?.bound?,
                BorrowedYear::Neither => return None,
            }
        }
        (from.earliest <= to.latest).then_some((TimeReading::Range(from, to), near.relative || far.relative))
    }
}

/// The same in another year.
fn years_off(date: WrittenDate, by: i32) -> Option<WrittenDate> {
    let DateCore::Within { year: Some(year), what } = date.core else { return None };
    let year = match year {
        Year::Is(year) => Year::Is(year.checked_add(by)?),
        Year::Shift(shift) => Year::Shift(shift.checked_add(by)?),
    };
    Some(WrittenDate { core: DateCore::Within { year: Some(year), what }, ..date })
}

impl TimeParser<'_> {
    /// The near end of a range.
    pub fn range_start(&self, at: usize) -> Option<RangeStart> {
        self.date(at)
            .map(RangeStart::Date)
            .or_else(|| self.day_number(at).map(|(day, end)| RangeStart::Day(day, end)))
    }

    /// The range that continues after `left` with a dash or "to".
    pub fn span(&self, left: RangeStart) -> Option<DateRange> {
        let end = left.end();
        // The hyphen between words is not a token: "January-March 2025", "2019-present".
        let hyphen = self.token(end)?.hyphenated;
        if hyphen || self.is_dash(end) {
            let span = self.far_end(left, if hyphen { end } else { end + 1 })?;
            // A date that is given twice, with a break between.
            return (span.right.is_none_or(|right| right.core != span.left.core)).then_some(span);
        }
        self.span_to(left, self.role(end, DateRole::To)?)
    }

    fn is_dash(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.kind {
            TokenKind::Sign('–' | '-' | '‑' | '‒' | '−') => true,
            // With spaces around it, it is a break.
            TokenKind::Sign('—') => !token.spaced,
            _ => false,
        }
    }

    /// The range whose far end begins at `at`.
    pub fn span_to(&self, left: RangeStart, at: usize) -> Option<DateRange> {
        self.far_end(left, at).or_else(|| {
            let fillers = self.fillers(at);
            let span = self.far_end(left, fillers.end)?;
            let right = span.right.map(|right| WrittenDate { about: fillers.about, ..right });
            Some(DateRange { right, at_least: fillers.at_least, ..span })
        })
    }

    fn far_end(&self, left: RangeStart, at: usize) -> Option<DateRange> {
        let near = match left {
            RangeStart::Date(date) => date,
            RangeStart::Day(day, end) => {
                let right = self.date(at)?;
                let DateCore::Within { what: YearPart::Day(month, _), .. } = right.core else { return None };
                return Some(lend(WrittenDate::within(None, YearPart::Day(month, day), end), right));
            }
        };
        if let Some(right) = self.date(at).or_else(|| self.rest_of(&near, at)) {
            return Some(lend(near, right));
        }
        let end = self.role(at, DateRole::Now)?;
        Some(DateRange { left: near, right: None, lent: BorrowedYear::Neither, at_least: false, end })
    }

    /// The far end where it leaves out what the near one says: "July 22–24, 2019", "2019–24".
    fn rest_of(&self, near: &WrittenDate, at: usize) -> Option<WrittenDate> {
        match near.core {
            DateCore::Within { year: None, what: YearPart::Day(month, _) } => {
                let (day, behind) = self.day_number(at)?;
                let (year, end) =
                    self.year_behind(behind).map_or((None, behind), |(year, end)| (Some(year), end));
                Some(WrittenDate::within(year, YearPart::Day(month, day), end))
            }
            DateCore::Within { year: Some(Year::Is(year)), what: YearPart::Year } if self.is_tight(at) => {
                let short = self.digits(at, 2..=2)?;
                // "2010-12" is a month or two years.
                let is_hyphen = at.checked_sub(1).is_some_and(|before| self.is_sign(before, '-'));
                if is_hyphen && short <= 12 {
                    return None;
                }
                let year = year / 100 * 100 + short;
                Some(WrittenDate {
                    ambiguity: Ambiguity::Year,
                    ..WrittenDate::within(Some(Year::Is(year)), YearPart::Year, at + 1)
                })
            }
            _ => None,
        }
    }
}

/// The two as a range, with the year of the one for the other.
fn lend(left: WrittenDate, right: WrittenDate) -> DateRange {
    let end = right.end;
    match (left.lacks_year(), right.lacks_year()) {
        (true, false) => {
            let left = right.year().map_or(left, |year| left.with_year(year));
            DateRange { left, right: Some(right), lent: BorrowedYear::Left, at_least: false, end }
        }
        (false, true) => {
            let right = left.year().map_or(right, |year| right.with_year(year));
            DateRange { left, right: Some(right), lent: BorrowedYear::Right, at_least: false, end }
        }
        _ => DateRange { left, right: Some(right), lent: BorrowedYear::Neither, at_least: false, end },
    }
}

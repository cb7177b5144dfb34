//! Two dates that make a range, and what the one lends to the other: "22–24 July 2019", "January to March 2025".

use super::WhenReading;
use super::resolve::Origin;
use super::scene::Scene;
use super::written::{Bare, Core, What, Written, Year};
use crate::draft::token::TokenKind;
use crate::model::DateRole;

/// A date, or the number of a day whose month follows with the other end of its range.
#[derive(Debug, Clone, Copy)]
pub enum Left {
    /// A date.
    Date(Written),
    /// A day's number and the token behind it.
    Day(u8, usize),
}

impl Left {
    /// The token behind it.
    pub fn end(&self) -> usize {
        match self {
            Self::Date(date) => date.end,
            Self::Day(_, end) => *end,
        }
    }
}

/// Which end of a range has its year from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lent {
    Neither,
    Left,
    Right,
}

/// A range as written.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    left: Written,
    /// `None` is "present": it goes on.
    right: Option<Written>,
    lent: Lent,
    /// The token behind it.
    pub end: usize,
}

impl Span {
    /// Whether neither end is more than a number.
    pub fn is_numbers(&self) -> bool {
        self.left.bare == Bare::Year && self.right.is_none_or(|right| right.bare == Bare::Year)
    }

    /// Whether neither end has a year, nor a day.
    pub fn is_months(&self) -> bool {
        self.left.bare == Bare::Month && self.right.is_none_or(|right| right.bare == Bare::Month)
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
    pub fn read(&self, origin: Origin) -> Option<(WhenReading, bool)> {
        let near = origin.resolve(&self.left)?;
        let Some(right) = self.right else {
            return Some((near.bound.map_or(WhenReading::Unanchored, WhenReading::Since), near.relative));
        };
        let far = origin.resolve(&right)?;
        let (Some(mut from), Some(mut to)) = (near.bound, far.bound) else {
            return Some((WhenReading::Unanchored, true));
        };
        if from.earliest > to.latest {
            // "November to February 2025" begins in the year before, "from July 2019 to March" ends in the next.
            match self.lent {
                Lent::Left => from = origin.resolve(&years_off(self.left, -1)?)?.bound?,
                Lent::Right => to = origin.resolve(&years_off(right, 1)?)?.bound?,
                Lent::Neither => return None,
            }
        }
        (from.earliest <= to.latest).then_some((WhenReading::Range(from, to), near.relative || far.relative))
    }
}

/// The same in another year.
fn years_off(date: Written, by: i32) -> Option<Written> {
    let Core::Within { year: Some(year), what } = date.core else { return None };
    let year = match year {
        Year::Is(year) => Year::Is(year.checked_add(by)?),
        Year::Shift(shift) => Year::Shift(shift.checked_add(by)?),
    };
    Some(Written { core: Core::Within { year: Some(year), what }, ..date })
}

impl Scene<'_> {
    /// The near end of a range.
    pub fn left(&self, at: usize) -> Option<Left> {
        self.date(at).map(Left::Date).or_else(|| self.day_number(at).map(|(day, end)| Left::Day(day, end)))
    }

    /// The range that goes on behind `left` with a dash or "to".
    pub fn span(&self, left: Left) -> Option<Span> {
        let end = left.end();
        // The hyphen between words is no token: "January-March 2025", "2019-present".
        let hyphen = self.token(end)?.hyphenated;
        if hyphen || self.is_dash(end) {
            let span = self.far_end(left, if hyphen { end } else { end + 1 })?;
            // A date that is given twice, with a pause between.
            return (span.right.is_none_or(|right| right.core != span.left.core)).then_some(span);
        }
        self.span_to(left, self.role(end, DateRole::To)?)
    }

    fn is_dash(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.kind {
            TokenKind::Sign('–' | '-' | '‑' | '‒' | '−') => true,
            // With spaces around it, it is a pause.
            TokenKind::Sign('—') => !token.spaced,
            _ => false,
        }
    }

    /// The range whose far end begins at `at`.
    pub fn span_to(&self, left: Left, at: usize) -> Option<Span> {
        self.far_end(left, at).or_else(|| self.far_end(left, self.role(at, DateRole::Filler)?))
    }

    fn far_end(&self, left: Left, at: usize) -> Option<Span> {
        let near = match left {
            Left::Date(date) => date,
            Left::Day(day, end) => {
                let right = self.date(at)?;
                let Core::Within { what: What::Day(month, _), .. } = right.core else { return None };
                return Some(lend(Written::within(None, What::Day(month, day), end), right));
            }
        };
        if let Some(right) = self.date(at).or_else(|| self.rest_of(&near, at)) {
            return Some(lend(near, right));
        }
        let end = self.role(at, DateRole::Now)?;
        Some(Span { left: near, right: None, lent: Lent::Neither, end })
    }

    /// The far end where it leaves out what the near one says: "July 22–24, 2019", "2019–24".
    fn rest_of(&self, near: &Written, at: usize) -> Option<Written> {
        match near.core {
            Core::Within { year: None, what: What::Day(month, _) } => {
                let (day, behind) = self.day_number(at)?;
                let (year, end) =
                    self.year_behind(behind).map_or((None, behind), |(year, end)| (Some(year), end));
                Some(Written::within(year, What::Day(month, day), end))
            }
            Core::Within { year: Some(Year::Is(year)), what: What::Year } if self.is_tight(at) => {
                let short = self.digits(at, 2..=2)?;
                // "2010-12" is a month or two years.
                let is_hyphen = at.checked_sub(1).is_some_and(|before| self.is_sign(before, '-'));
                if is_hyphen && short <= 12 {
                    return None;
                }
                let year = year / 100 * 100 + short;
                Some(Written {
                    bare: Bare::Year,
                    ..Written::within(Some(Year::Is(year)), What::Year, at + 1)
                })
            }
            _ => None,
        }
    }
}

/// The two as a range, with the year of the one for the other.
fn lend(left: Written, right: Written) -> Span {
    let end = right.end;
    match (left.lacks_year(), right.lacks_year()) {
        (true, false) => {
            let left = right.year().map_or(left, |year| left.with_year(year));
            Span { left, right: Some(right), lent: Lent::Left, end }
        }
        (false, true) => {
            let right = left.year().map_or(right, |year| right.with_year(year));
            Span { left, right: Some(right), lent: Lent::Right, end }
        }
        _ => Span { left, right: Some(right), lent: Lent::Neither, end },
    }
}

//! A date as it is written, before it is known which days it means.
//!
//! Holds no rule of grammar; which days are meant is `resolve`'s business.

use crate::model::DateUnit;
use crate::time::Bound;

/// A year as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// By its number.
    Is(i32),
    /// Counted from the year of writing: "last year".
    Shift(i32),
}

/// A part of every year, from a month and day to another, which may lie in the year after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRun {
    /// Its first month and day.
    pub from: (u8, u8),
    /// Its last month and day.
    pub to: (u8, u8),
}

impl DateRun {
    /// Whether it goes on into the year after.
    pub fn crosses_years(self) -> bool {
        self.to < self.from
    }
}

/// What of a year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearPart {
    /// All of it.
    Year,
    /// A month.
    Month(u8),
    /// The last (−1), this (0) or the next (1) month of that name, or the last or next such day of one.
    Near { month: u8, day: Option<u8>, shift: i8 },
    /// A day of a month.
    Day(u8, u8),
    /// A quarter.
    Quarter(u8),
    /// A half.
    Half(u8),
    /// The fiscal year of that name, whatever months it has.
    Fiscal,
    /// A season or holiday: "spring".
    Part(DateRun),
    /// One that goes on into the year after: "winter 2015/16".
    PartInto(DateRun),
    /// The last (−1), this (0) or the next (1) one.
    NearPart { stretch: DateRun, shift: i8 },
}

impl YearPart {
    /// Whether it is the last, this or the next one, which needs no year.
    pub fn is_near(self) -> bool {
        matches!(self, Self::Near { .. } | Self::NearPart { .. })
    }
}

/// The heart of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateCore {
    /// WrittenDate in full.
    Known(Bound),
    /// This many units from the day of writing; `rough` where it is counted ("two years ago"), not named ("last year").
    Shift { unit: DateUnit, by: i32, rough: bool },
    /// Part of a year, which need not be written.
    Within { year: Option<Year>, what: YearPart },
}

/// Which part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePart {
    /// The first third.
    Early,
    /// The middle.
    Mid,
    /// The last third.
    Late,
    /// What lies before the day of writing.
    Earlier,
    /// What lies after the day of writing.
    Later,
}

/// What else it may be, unless the context says that it is a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ambiguity {
    /// Nothing else.
    None,
    /// A number that may be a year.
    Year,
    /// A word that may be a month, or a quarter that may be anybody's.
    Month,
}

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    /// What is dated by it.
    pub core: DateCore,
    /// Which part of it, if it says so.
    pub part: Option<DatePart>,
    /// Whether it is approximate.
    pub about: bool,
    /// What else it may be.
    pub ambiguity: Ambiguity,
    /// The token after it.
    pub end: usize,
}

impl WrittenDate {
    /// A date that is complete in itself.
    pub fn new(core: DateCore, end: usize) -> Self {
        Self { core, part: None, about: false, ambiguity: Ambiguity::None, end }
    }

    /// Something of a year.
    pub fn within(year: Option<Year>, what: YearPart, end: usize) -> Self {
        let ambiguity = match (year, what) {
            (None, YearPart::Month(_) | YearPart::Quarter(_) | YearPart::Half(_) | YearPart::Part(_)) => {
                Ambiguity::Month
            }
            _ => Ambiguity::None,
        };
        Self { core: DateCore::Within { year, what }, part: None, about: false, ambiguity, end }
    }

    /// Whether it is the day, week, month or year of writing, or a part of that.
    pub fn is_current(&self) -> bool {
        matches!(
            self.core,
            DateCore::Shift { by: 0, rough: false, .. }
                | DateCore::Within { year: Some(Year::Shift(0)), what: YearPart::Year }
        )
    }

    /// Whether it is the day or week of writing, or a part of it that is not to come: "today", "earlier this week".
    pub fn is_now(&self) -> bool {
        let is_short = matches!(
            self.core,
            DateCore::Shift { unit: DateUnit::Day | DateUnit::Week, by: 0, rough: false }
        );
        is_short && self.part != Some(DatePart::Later)
    }

    /// Its year, where it is part of one.
    pub fn year(&self) -> Option<Year> {
        match self.core {
            DateCore::Within { year, .. } => year,
            _ => None,
        }
    }

    /// Whether it is part of a year that is not written.
    pub fn lacks_year(&self) -> bool {
        matches!(self.core, DateCore::Within { year: None, what } if !what.is_near())
    }

    /// With that year, where it lacks one.
    pub fn with_year(self, given: Year) -> Self {
        match self.core {
            DateCore::Within { year: None, what } if self.lacks_year() => Self {
                core: DateCore::Within { year: Some(given), what },
                ambiguity: Ambiguity::None,
                ..self
            },
            _ => self,
        }
    }
}

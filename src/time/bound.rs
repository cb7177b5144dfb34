//! What one imprecise date may mean: an unbroken run of days.
//!
//! A bound has no qualifiers ("about", "uncertain") and no text: only its first and last day. Reading one from text is
//! `date`, wording it for people is `words`, two of them make a `period`.

use std::fmt;

use super::answer::Answer;
use super::day::{Day, days_in_month};

/// The days that a date may mean, first and last included. Eight bytes.
///
/// `2023` is all days of 2023: the date is one of them, and which one is not known. A bound with `earliest` after
/// `latest` means no day at all; no function here makes one of a bound that was in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bound {
    /// The first day it may be; `Day::MIN` if there is none.
    pub earliest: Day,
    /// The last day it may be; `Day::MAX` if there is none.
    pub latest: Day,
}

impl Bound {
    /// Any day: nothing is known.
    pub const UNBOUNDED: Self = Self { earliest: Day::MIN, latest: Day::MAX };

    /// From one day to another, both included.
    #[must_use]
    pub const fn new(earliest: Day, latest: Day) -> Self {
        Self { earliest, latest }
    }

    /// Exactly this day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { earliest: day, latest: day }
    }

    /// Some day of that month; `None` if there is no such month.
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let earliest = Day::from_calendar(year, month, 1)?;
        Some(Self { earliest, latest: earliest.plus_days(i32::from(days_in_month(year, month)) - 1) })
    }

    /// Some day of the years from `first` to `last`; `None` beyond ±5,000,000 or out of order.
    #[must_use]
    pub fn years(first: i32, last: i32) -> Option<Self> {
        let earliest = Day::from_calendar(first, 1, 1)?;
        if first == last {
            let days = 337 + i32::from(days_in_month(first, 2));
            return Some(Self { earliest, latest: earliest.plus_days(days - 1) });
        }
        let bound = Self { earliest, latest: Day::from_calendar(last, 12, 31)? };
        (first <= last).then_some(bound)
    }

    /// Whether every day that `other` may mean is one of these.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.earliest <= other.earliest && other.latest <= self.latest
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }

    /// One day, exactly known.
    #[must_use]
    pub fn is_point(self) -> bool {
        self.earliest == self.latest && self.earliest.is_finite()
    }

    /// Both first and last day are known.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.earliest.is_finite() && self.latest.is_finite()
    }

    /// The smallest bound that contains both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { earliest: self.earliest.min(other.earliest), latest: self.latest.max(other.latest) }
    }

    /// The days that both may mean; `None` if they share none.
    #[must_use]
    pub fn shared(self, other: Self) -> Option<Self> {
        let shared =
            Self { earliest: self.earliest.max(other.earliest), latest: self.latest.min(other.latest) };
        (shared.earliest <= shared.latest).then_some(shared)
    }

    /// Is this date earlier than the other?
    #[must_use]
    pub fn before(self, other: Self) -> Answer {
        Answer::between(self.latest < other.earliest, self.earliest < other.latest)
    }

    /// What stretch of the calendar this is exactly.
    #[must_use]
    pub fn shape(self) -> BoundShape {
        let (Some(first), Some(last)) = (self.earliest.calendar(), self.latest.calendar()) else {
            return BoundShape::Other;
        };
        if first == last {
            return BoundShape::Day(first.0, first.1, first.2);
        }
        if first.2 != 1 || last.2 != days_in_month(last.0, last.1) {
            return BoundShape::Other;
        }
        if first.0 == last.0 && first.1 == last.1 {
            return BoundShape::Month(first.0, first.1);
        }
        if first.1 != 1 || last.1 != 12 {
            return BoundShape::Other;
        }
        if first.0 == last.0 {
            return BoundShape::Year(first.0);
        }
        BoundShape::Years(first.0, last.0)
    }
}

/// A bound as a stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundShape {
    /// Year, month, day.
    Day(i32, u8, u8),
    /// Year, month.
    Month(i32, u8),
    /// A year.
    Year(i32),
    /// From the first year to the last, which is another.
    Years(i32, i32),
    /// Any other days.
    Other,
}

impl BoundShape {
    /// The decade, where it is one, without its last digit: 202 for `202X`.
    #[must_use]
    pub fn decade(self) -> Option<u32> {
        match self.masked() {
            Some((false, decade, 1)) if decade > 0 => Some(decade),
            _ => None,
        }
    }

    /// How the digits of a whole decade or century begin: `(false, 202, 1)` for `202X`, `(false, 20, 2)` for
    /// `20XX`: whether negative, the leading digits, and how many digits are masked.
    pub(super) fn masked(self) -> Option<(bool, u32, u8)> {
        let Self::Years(first, last) = self else { return None };
        let negative = last < 0;
        let (low, high) = if negative {
            (last.unsigned_abs(), first.unsigned_abs())
        } else {
            (first.unsigned_abs(), last.unsigned_abs())
        };
        if first < 0 && !negative || high > 9999 {
            return None;
        }
        match high - low {
            9 if low.is_multiple_of(10) => Some((negative, low / 10, 1)),
            99 if low.is_multiple_of(100) => Some((negative, low / 100, 2)),
            _ => None,
        }
    }
}

impl fmt::Display for Bound {
    /// The shortest form: `2023-01-21`, `2023-01`, `2023`, `202X`, `20XX`, `Y12000`, else first and last day,
    /// `2023-03-01..2023-05-31`, leaving out what is infinite.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signed = |year: i32| (if year < 0 { "-" } else { "" }, year.unsigned_abs());
        let shape = self.shape();
        match shape {
            BoundShape::Day(..) => write!(f, "{}", self.earliest),
            BoundShape::Month(year @ -9999..=9999, month) => {
                let (sign, year) = signed(year);
                write!(f, "{sign}{year:04}-{month:02}")
            }
            BoundShape::Year(year @ -9999..=9999) => {
                let (sign, year) = signed(year);
                write!(f, "{sign}{year:04}")
            }
            BoundShape::Year(year) => write!(f, "Y{year}"),
            _ => match shape.masked() {
                Some((negative, digits, masked)) => {
                    let sign = if negative { "-" } else { "" };
                    let width = 4 - usize::from(masked);
                    write!(f, "{sign}{digits:0width$}{}", if masked == 1 { "X" } else { "XX" })
                }
                None if *self == Self::UNBOUNDED => f.write_str(".."),
                None if self.earliest == Day::MIN => write!(f, "..{}", self.latest),
                None if self.latest == Day::MAX => write!(f, "{}..", self.earliest),
                None => write!(f, "{}..{}", self.earliest, self.latest),
            },
        }
    }
}

impl From<Day> for Bound {
    fn from(day: Day) -> Self {
        Self::day(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_date;
    use proptest::prelude::*;

    fn bound(text: &str) -> Bound {
        parse_date(text).unwrap()
    }

    #[test]
    fn shortest_form() {
        for text in [
            "2023",
            "2023-01",
            "2023-01-21",
            "202X",
            "20XX",
            "-156X",
            "-01XX",
            "000X",
            "-0044",
            "-0044-03",
            "Y170002",
        ] {
            assert_eq!(bound(text).to_string(), text);
        }
        assert_eq!(bound("2023-21").to_string(), "2023-03-01..2023-05-31");
        assert_eq!(bound("[1667,1672]").to_string(), "1667-01-01..1672-12-31");
        assert_eq!(bound("[..1984]").to_string(), "..1984-12-31");
        assert_eq!(bound("[1984..]").to_string(), "1984-01-01..");
        assert_eq!(Bound::UNBOUNDED.to_string(), "..");
        assert_eq!(size_of::<Bound>(), 8);
    }

    #[test]
    fn comparisons() {
        assert_eq!(bound("2022").before(bound("2023-01")), Answer::Yes);
        assert_eq!(bound("2023").before(bound("2023-01")), Answer::Perhaps);
        assert_eq!(bound("2023-01-01").before(bound("2023-01-01")), Answer::No);
        assert!(bound("1985").contains(bound("1985-06-11")));
        assert!(!Bound::UNBOUNDED.is_point() && !Bound::day(Day::MAX).is_point());
        assert_eq!(bound("1985").shared(bound("1985-06")), Some(bound("1985-06")));
        assert_eq!(bound("1985").shared(bound("1986")), None);
    }

    proptest! {
        #[test]
        fn before_by_trying_all(a in 0..6i32, b in 0..6i32, c in 0..6i32, d in 0..6i32) {
            let make = |x: i32, y: i32| Bound::new(Day::from_number(x.min(y)), Day::from_number(x.max(y)));
            let (one, two) = (make(a, b), make(c, d));
            let pairs: Vec<(i32, i32)> = (a.min(b)..=a.max(b))
                .flat_map(|x| (c.min(d)..=c.max(d)).map(move |y| (x, y)))
                .collect();
            let all = |law: fn(i32, i32) -> bool| Answer::between(
                pairs.iter().all(|p| law(p.0, p.1)), pairs.iter().any(|p| law(p.0, p.1)));
            prop_assert_eq!(one.before(two), all(|x, y| x < y));
        }
    }
}

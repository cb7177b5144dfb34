//! A day as one number, and the calendar arithmetic on it.
//!
//! Proleptic Gregorian calendar with astronomical years (the year 0 is 1 BC). No time of day, no time zones, no
//! clock: whoever reads the clock hands a `Day` down. Imprecise dates are `Bound`, parsing them is `date`.

use std::fmt;
use std::str::FromStr;

use super::date::parse_date;
use super::date_error::DateError;

/// The farthest year, either way, of which days are counted exactly.
pub(super) const FARTHEST_YEAR: i32 = 5_000_000;

/// A calendar day, counted from 1970-01-01 (day 0); or minus or plus infinity.
///
/// Days of the years ±5,000,000 are counted exactly, far beyond the ±9999 that ordinary dates can name, since EDTF
/// writes such years (`Y-170002`). Four bytes, ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// Minus infinity: before every day.
    pub const MIN: Self = Self(i32::MIN);
    /// Plus infinity: after every day.
    pub const MAX: Self = Self(i32::MAX);
    /// The first day that is counted: 1 January of the year −5,000,000.
    pub const FIRST: Self = Self(number_of(-FARTHEST_YEAR, 1, 1));
    /// The last day that is counted: 31 December of the year 5,000,000.
    pub const LAST: Self = Self(number_of(FARTHEST_YEAR, 12, 31));

    /// The day of that date, for years −9999 to 9999; `None` if the calendar has no such day.
    #[must_use]
    pub const fn from_ymd(year: i16, month: u8, day: u8) -> Option<Self> {
        if year < -9999 || year > 9999 {
            return None;
        }
        Self::from_calendar(year as i32, month, day)
    }

    /// As [`Day::from_ymd`], for all years −5,000,000 to 5,000,000.
    #[must_use]
    pub const fn from_calendar(year: i32, month: u8, day: u8) -> Option<Self> {
        if year < -FARTHEST_YEAR || year > FARTHEST_YEAR || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self(number_of(year, month, day)))
    }

    /// The day with that number (see [`Day::number`]); numbers beyond the counted days become the nearest counted
    /// day, `i32::MIN` and `i32::MAX` the infinities.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        if number == i32::MIN || number == i32::MAX {
            return Self(number);
        }
        Self::clamped(number as i64)
    }

    /// Year, month and day of any finite day; `None` for the infinities.
    #[must_use]
    pub const fn calendar(self) -> Option<(i32, u8, u8)> {
        if !self.is_finite() {
            return None;
        }
        Some(date_of(self.0))
    }

    /// Neither minus nor plus infinity.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        self.0 != i32::MIN && self.0 != i32::MAX
    }

    /// The day after; infinities and the last day stay.
    #[must_use]
    pub const fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The day before; infinities and the first day stay.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.plus_days(-1)
    }

    /// This many days later (earlier if negative), stopping at the first and last day; infinities stay.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        if !self.is_finite() {
            return self;
        }
        Self::clamped(self.0 as i64 + days as i64)
    }

    /// Days from `other` to `self`, negative if `other` is later; `None` if either is infinite or the difference
    /// is too great for the type.
    #[must_use]
    pub const fn minus(self, other: Self) -> Option<i32> {
        if self.is_finite() && other.is_finite() { self.0.checked_sub(other.0) } else { None }
    }

    /// Days since 1970-01-01; `i32::MIN` and `i32::MAX` for the infinities.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Reads one exact day, `YYYY-MM-DD`.
    ///
    /// # Errors
    /// If the text is not a date, or a date of more than one day (`2023-01`).
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let bound = parse_date(text)?;
        if bound.is_point() { Ok(bound.earliest) } else { Err(DateError::NotOneDay { text: text.into() }) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "both ends of the clamp are i32")]
    const fn clamped(number: i64) -> Self {
        if number < Self::FIRST.0 as i64 {
            Self::FIRST
        } else if number > Self::LAST.0 as i64 {
            Self::LAST
        } else {
            Self(number as i32)
        }
    }
}

/// Days in that month; 0 if there is no such month.
#[must_use]
pub const fn days_in_month(year: i32, month: u8) -> u8 {
    const DAYS: [u8; 13] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    match month {
        2 if is_leap(year) => 29,
        0..=12 => DAYS[month as usize],
        _ => 0,
    }
}

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

// Both directions count in 400-year eras of 146,097 days from 1 March of the year 0, so that the leap day is the
// last of its year (Howard Hinnant, "chrono-compatible low-level date algorithms"). Callers have checked the ranges.
#[expect(
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "both are far from the ends of their types"
)]
const fn number_of(year: i32, month: u8, day: u8) -> i32 {
    /// Eras before the year 0, so that no year that is counted is negative: dividing is faster then.
    const ERAS: u32 = FARTHEST_YEAR as u32 / 400 + 1;
    let is_late = month > 2;
    let year = (year + ERAS as i32 * 400) as u32 - !is_late as u32;
    let month_from_march = month as u32 + if is_late { 0 } else { 12 } - 3;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as u32 - 1;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
    days.wrapping_sub(ERAS * 146_097 + 719_468) as i32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "day is 1 to 31, month 1 to 12")]
const fn date_of(number: i32) -> (i32, u8, u8) {
    let days = number + 719_468; // counted days are far from i32::MAX
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
    (year, month as u8, day as u8)
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`; `..` for the infinities; five and more digits of the year with a sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.calendar() {
            None => f.write_str(".."),
            Some((year, month, day)) => {
                let sign = match year {
                    ..0 => "-",
                    0..=9999 => "",
                    _ => "+",
                };
                write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
            }
        }
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::MIN => f.write_str("Day(-∞)"),
            Self::MAX => f.write_str("Day(+∞)"),
            day => write!(f, "Day({day})"),
        }
    }
}

impl FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days() {
        assert_eq!(Day::from_ymd(1970, 1, 1).map(Day::number), Some(0));
        assert_eq!(Day::from_ymd(2000, 3, 1).map(Day::number), Some(11_017));
        assert_eq!(Day::from_ymd(0, 2, 29).and_then(Day::calendar), Some((0, 2, 29)));
        assert_eq!(Day::from_ymd(1900, 2, 29), None);
        assert_eq!(Day::from_ymd(2023, 13, 1), None);
        assert_eq!(Day::from_ymd(10_000, 1, 1), None);
    }

    #[test]
    fn infinities_stay() {
        for day in [Day::MIN, Day::MAX] {
            assert_eq!((day.next(), day.previous(), day.plus_days(i32::MIN)), (day, day, day));
            assert_eq!((day.calendar(), day.minus(Day::FIRST), day.to_string()), (None, None, "..".into()));
        }
        assert_eq!(Day::LAST.plus_days(i32::MAX), Day::LAST);
        assert_eq!(Day::FIRST.previous(), Day::FIRST);
        assert!(Day::MIN < Day::FIRST && Day::LAST < Day::MAX);
        assert_eq!(Day::from_number(i32::MAX - 1), Day::LAST);
    }

    #[test]
    fn written_and_read() {
        for text in ["2023-01-21", "-0044-03-15", "0000-01-01"] {
            assert_eq!(Day::parse(text).map(|d| d.to_string()).as_deref(), Ok(text));
        }
        assert!(matches!("2023-01".parse::<Day>(), Err(DateError::NotOneDay { .. })));
        assert_eq!(
            Day::from_calendar(170_002, 1, 1).map(|d| d.to_string()).as_deref(),
            Some("+170002-01-01")
        );
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let (mut date, mut number) = ((-9999, 1, 1), number_of(-9999, 1, 1));
        while date.0 <= 9999 {
            assert_eq!(date_of(number), date);
            assert_eq!(number_of(date.0, date.1, date.2), number);
            date.2 += 1;
            if date.2 > days_in_month(date.0, date.1) {
                (date.1, date.2) = (date.1 + 1, 1);
            }
            if date.1 > 12 {
                (date.0, date.1) = (date.0 + 1, 1);
            }
            number += 1;
        }
    }

    proptest! {
        /// The calendar library is the oracle of our arithmetic.
        #[test]
        fn agrees_with_jiff(year in -9999i16..=9999, month in 0u8..=13, day in 0u8..=32) {
            let ours = Day::from_ymd(year, month, day);
            let (Ok(month), Ok(date)) = (i8::try_from(month), i8::try_from(day)) else { unreachable!() };
            let theirs = jiff::civil::Date::new(year, month, date).ok();
            prop_assert_eq!(ours.is_some(), theirs.is_some());
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                let span = theirs.since(jiff::civil::date(1970, 1, 1)).unwrap();
                prop_assert_eq!(ours.number(), span.get_days());
                prop_assert_eq!(ours.calendar().map(|d| d.0), Some(i32::from(theirs.year())));
            }
        }

        #[test]
        fn far_days_come_back(number in Day::FIRST.0..=Day::LAST.0) {
            let (year, month, day) = Day(number).calendar().unwrap();
            prop_assert_eq!(Day::from_calendar(year, month, day), Some(Day(number)));
        }
    }
}

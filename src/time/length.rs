//! Lengths of time in calendar units: "180d", "6w", "18m", "2y".
//!
//! A month later is the same day of the next month, or its last day where there is none (31 January and a month is 28 or
//! 29 February). No hours, no fractions.

use std::fmt;
use std::str::FromStr;

use super::day::{Day, FARTHEST_YEAR, days_in_month};

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Written `d`.
    Day,
    /// Seven days, written `w`.
    Week,
    /// A calendar month, written `m`.
    Month,
    /// Twelve months, written `y`.
    Year,
}

/// A number of days, weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// What to write, after what is wrong.
const WRITE: &str = "; write days, weeks, months or years as 180d, 6w, 18m or 2y";

/// Why a text is not a length.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LengthError {
    /// Nothing is written.
    #[error("no length given{}", WRITE)]
    Empty,
    /// No number in front.
    #[error("a length starts with a number{}", WRITE)]
    NoNumber,
    /// A number without its unit.
    #[error("the unit is missing{}", WRITE)]
    NoUnit,
    /// A unit other than d, w, m and y.
    #[error("“{unit}” is not a unit{}", WRITE)]
    UnknownUnit {
        /// As written, shortened.
        unit: Box<str>,
    },
    /// A number beyond 4,294,967,295.
    #[error("this length is out of range{}", WRITE)]
    TooLong,
}

impl Length {
    /// The number of that unit.
    #[must_use]
    pub const fn new(count: u32, unit: Unit) -> Self {
        Self { count, unit }
    }

    /// Reads `180d`, `6w`, `18m`, `2y`.
    ///
    /// # Errors
    /// If the text is anything else.
    pub fn parse(text: &str) -> Result<Self, LengthError> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at_checked(digits).unwrap_or(("", text));
        let unit = match unit {
            _ if text.is_empty() => return Err(LengthError::Empty),
            _ if number.is_empty() => return Err(LengthError::NoNumber),
            "d" => Unit::Day,
            "w" => Unit::Week,
            "m" => Unit::Month,
            "y" => Unit::Year,
            "" => return Err(LengthError::NoUnit),
            other => return Err(LengthError::UnknownUnit { unit: other.chars().take(20).collect() }),
        };
        let count = number.parse().map_err(|_| LengthError::TooLong)?;
        Ok(Self { count, unit })
    }
}

impl fmt::Display for Length {
    /// As it is written: `180d`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "d",
            Unit::Week => "w",
            Unit::Month => "m",
            Unit::Year => "y",
        };
        write!(f, "{}{unit}", self.count)
    }
}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, LengthError> {
        Self::parse(text)
    }
}

impl Day {
    /// Later by this length, stopping at the last day that is counted; infinities stay.
    #[must_use]
    pub fn plus(self, length: Length) -> Self {
        self.moved(length, 1)
    }

    /// Earlier by this length, stopping at the first day that is counted; infinities stay.
    #[must_use]
    pub fn minus_length(self, length: Length) -> Self {
        self.moved(length, -1)
    }

    fn moved(self, length: Length, sign: i64) -> Self {
        let count = i64::from(length.count) * sign;
        match length.unit {
            Unit::Day => self.plus_days(saturated(count)),
            Unit::Week => self.plus_days(saturated(count * 7)),
            Unit::Month => self.plus_months(count),
            Unit::Year => self.plus_months(count * 12),
        }
    }

    fn plus_months(self, months: i64) -> Self {
        let Some((year, month, day)) = self.calendar() else { return self };
        let total = i64::from(year) * 12 + i64::from(month) - 1 + months;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        let farthest = i64::from(FARTHEST_YEAR);
        match (i32::try_from(year.clamp(-farthest - 1, farthest + 1)), u8::try_from(month)) {
            (Ok(year), Ok(month)) if year.abs() <= FARTHEST_YEAR => {
                Self::from_calendar(year, month, day.min(days_in_month(year, month))).unwrap_or(self)
            }
            _ if months < 0 => Self::FIRST,
            _ => Self::LAST,
        }
    }
}

fn saturated(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn later(day: &str, length: &str) -> String {
        Day::parse(day).unwrap().plus(Length::parse(length).unwrap()).to_string()
    }

    fn earlier(day: &str, length: &str) -> String {
        Day::parse(day).unwrap().minus_length(Length::parse(length).unwrap()).to_string()
    }

    #[test]
    fn calendar_steps() {
        assert_eq!(later("2025-01-31", "1m"), "2025-02-28");
        assert_eq!(later("2024-02-29", "1y"), "2025-02-28");
        assert_eq!(later("2024-12-30", "6w"), "2025-02-10");
        assert_eq!(later("2025-01-01", "180d"), "2025-06-30");
        assert_eq!(later("2025-06-15", "18m"), "2026-12-15");
        assert_eq!(earlier("2025-03-31", "1m"), "2025-02-28");
        assert_eq!(earlier("2025-01-15", "13m"), "2023-12-15");
        assert_eq!(earlier("0001-01-01", "2y"), "-0001-01-01");
    }

    #[test]
    fn far_steps_stop() {
        let far = Length::new(u32::MAX, Unit::Year);
        assert_eq!(Day::from_number(0).plus(far), Day::LAST);
        assert_eq!(Day::from_number(0).minus_length(far), Day::FIRST);
        assert_eq!(Day::MAX.minus_length(far), Day::MAX);
        assert_eq!(Day::MIN.plus(Length::new(1, Unit::Day)), Day::MIN);
        assert_eq!(Day::from_number(0).plus(Length::new(u32::MAX, Unit::Week)), Day::LAST);
    }

    #[test]
    fn errors() {
        assert_eq!(Length::parse(""), Err(LengthError::Empty));
        assert_eq!(Length::parse("d"), Err(LengthError::NoNumber));
        assert_eq!(Length::parse("-3d"), Err(LengthError::NoNumber));
        assert_eq!(Length::parse("180"), Err(LengthError::NoUnit));
        assert_eq!(Length::parse("2 years"), Err(LengthError::UnknownUnit { unit: " years".into() }));
        assert_eq!(Length::parse("99999999999d"), Err(LengthError::TooLong));
        assert!(Length::parse("180").unwrap_err().to_string().contains("write days, weeks"));
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(count: u32, unit in 0..4usize) {
            let length = Length::new(count, [Unit::Day, Unit::Week, Unit::Month, Unit::Year][unit]);
            prop_assert_eq!(Length::parse(&length.to_string()), Ok(length));
        }

        #[test]
        fn later_is_never_earlier(number: i32, count in 0u32..5000, unit in 0..4usize) {
            let length = Length::new(count, [Unit::Day, Unit::Week, Unit::Month, Unit::Year][unit]);
            let day = Day::from_number(number);
            prop_assert!(day.plus(length) >= day && day.minus_length(length) <= day);
            prop_assert!(day.next().plus(length) >= day.plus(length));
        }

        #[test]
        fn never_panics(text in "\\PC{0,12}") {
            let _ = Length::parse(&text);
        }
    }
}

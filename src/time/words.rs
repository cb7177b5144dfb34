//! Dates and periods in plain English, for messages.
//!
//! Only wording: nothing here is read back or compared. Machine output uses the `Display` of the types. How the words are
//! put together is `in_words`.

use super::bound::Bound;
use super::day::Day;
use super::in_words;
use super::length::{Length, Unit};
use super::period::Period;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month's name; empty if there is none (months count from 1).
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// `2025`, or `45 BC` for the astronomical year −44.
pub(super) fn year_words(year: i32) -> String {
    in_words::year(year).to_string()
}

/// `21 January 2025`; for the infinities `the beginning of time` and `the end of time`.
#[must_use]
pub fn day_words(day: Day) -> String {
    in_words::day(day).to_string()
}

/// `21 January 2025`, `January 2025`, `2025`, `the 2020s`, `between 2001 and 2100`, `between 1 March and 31 May 2023`.
#[must_use]
pub fn bound_words(bound: Bound) -> String {
    in_words::bound(bound).to_string()
}

/// When one date happened: `on 22 July 2019`, `in 2019`, `in the 2020s`, `between 1 March and 31 May 2023`.
#[must_use]
pub fn when_words(date: Bound) -> String {
    in_words::when(date).to_string()
}

/// `from 23 January 2023 until 21 January 2025`, `since 2023`, `from 2023, end not recorded`, `until January 2025`,
/// `on 22 July 2019`, `in 2019`; `at no recorded time` if nothing is stated.
#[must_use]
pub fn period_words(period: Period) -> String {
    in_words::period(period).to_string()
}

/// A length in words: `1 year`, `180 days`.
#[must_use]
pub fn length_words(length: Length) -> String {
    let unit = match length.unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
    };
    let plural = if length.count == 1 { "" } else { "s" };
    format!("{} {unit}{plural}", length.count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_date;

    fn period(text: &str) -> String {
        period_words(Period::parse(text).unwrap())
    }

    fn bound(text: &str) -> String {
        bound_words(parse_date(text).unwrap())
    }

    #[test]
    fn bounds() {
        assert_eq!(bound("2025-01-21"), "21 January 2025");
        assert_eq!(bound("2025-01"), "January 2025");
        assert_eq!(bound("2025?"), "2025");
        assert_eq!(bound("202X"), "the 2020s");
        assert_eq!(bound("20XX"), "between 2000 and 2099");
        assert_eq!(bound("2023-21"), "between 1 March and 31 May 2023");
        assert_eq!(bound("2023-24"), "between 1 December 2023 and 29 February 2024");
        assert_eq!(bound("-0044-03-15"), "15 March 45 BC");
        assert_eq!(bound("-004X"), "between 50 BC and 41 BC");
        assert_eq!(bound("0000"), "1 BC");
        assert_eq!(bound("[..1984]"), "on or before 31 December 1984");
        assert_eq!(bound_words(Bound::UNBOUNDED), "an unknown day");
        assert_eq!(day_words(Day::MAX), "the end of time");
        assert_eq!((month_name(0), month_name(13)), ("", ""));
    }

    #[test]
    fn periods() {
        assert_eq!(period("2023-01-23/2025-01-21"), "from 23 January 2023 until 21 January 2025");
        assert_eq!(period("2023/.."), "since 2023");
        assert_eq!(period("2023/"), "from 2023, end not recorded");
        assert_eq!(period("../2025-01"), "until January 2025");
        assert_eq!(period("/2025-01"), "until January 2025, start not recorded");
        assert_eq!(period("2019-07-22"), "on 22 July 2019");
        assert_eq!(period("2019"), "in 2019");
        assert_eq!(period("202X"), "in the 2020s");
        assert_eq!(period("2023-21"), "between 1 March and 31 May 2023");
        assert_eq!(period("2023-21/2024"), "from a day between 1 March and 31 May 2023 until 2024");
        assert_eq!(period("/.."), "still going on, start not recorded");
        assert_eq!(period_words(Period::UNKNOWN), "at no recorded time");
        assert_eq!(period_words(Period::on(Bound::UNBOUNDED)), "on an unknown day");
    }
}

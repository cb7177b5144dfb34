//! How long ago, how long from now, in words: whole days, months or years, never more exact than is meant.

use crate::time::{Bound, Day, Length, Unit, length_words};

/// The length from `from` to `to`: days, months, or years and perhaps months. Nothing if either is unknown.
pub(super) fn lengths(from: Day, to: Day) -> Option<(Length, Option<Length>)> {
    /// Up to this many days are counted as days.
    const DAYS: i32 = 45;
    let (from, to) = (from.min(to), from.max(to));
    let (start, end, days) = (from.calendar()?, to.calendar()?, to.minus(from)?);
    let length = |count: i64, unit| Length::new(u32::try_from(count).unwrap_or(u32::MAX), unit);
    if days <= DAYS {
        return Some((length(i64::from(days), Unit::Day), None));
    }
    let month = |(year, month, _): (i32, u8, u8)| i64::from(year) * 12 + i64::from(month);
    let months = month(end) - month(start) - i64::from(end.2 < start.2);
    Some(match (months / 12, months % 12) {
        (0, months) => (length(months.max(1), Unit::Month), None),
        (years, 0) => (length(years, Unit::Year), None),
        (years, _) if years >= 10 => (length(years, Unit::Year), None),
        (years, months) => (length(years, Unit::Year), Some(length(months, Unit::Month))),
    })
}

/// The end of a date from which distances are counted.
pub(super) fn counted_from(date: Bound) -> Day {
    if date.latest.is_finite() { date.latest } else { date.earliest }
}

/// The same in words: `12 days`, `4 months`, `2 years 1 month`. Empty if either is unknown.
#[must_use]
pub fn elapsed_words(from: Day, to: Day) -> String {
    match lengths(from, to) {
        None => String::new(),
        Some((only, None)) => length_words(only),
        Some((first, Some(second))) => format!("{} {}", length_words(first), length_words(second)),
    }
}

/// The length between a date and a day in words, with `about` where the date is imprecise.
#[must_use]
pub fn distance_words(date: Bound, day: Day) -> String {
    let words = elapsed_words(counted_from(date), day);
    if date.is_point() || words.is_empty() { words } else { format!("about {words}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(from: &str, to: &str) -> String {
        let day = |text: &str| Day::parse(text).expect("a day");
        elapsed_words(day(from), day(to))
    }

    #[test]
    fn lengths() {
        assert_eq!(words("2026-11-23", "2026-11-23"), "0 days");
        assert_eq!(words("2026-11-22", "2026-11-23"), "1 day");
        assert_eq!(words("2026-10-09", "2026-11-23"), "45 days");
        assert_eq!(words("2026-09-23", "2026-11-23"), "2 months");
        assert_eq!(words("2026-09-24", "2026-11-23"), "1 month");
        assert_eq!(words("2025-11-23", "2026-11-23"), "1 year");
        assert_eq!(words("2025-01-21", "2026-11-23"), "1 year 10 months");
        assert_eq!(words("1985-01-21", "2026-11-23"), "41 years");
        assert_eq!(words("2026-11-23", "2025-01-21"), "1 year 10 months");
        assert_eq!(elapsed_words(Day::MIN, Day::from_number(0)), "");
    }

    #[test]
    fn imprecise_dates_are_about() {
        let day = Day::parse("2026-11-23").expect("a day");
        let month = Bound::month(2025, 1).expect("a month");
        assert_eq!(distance_words(month, day), "about 1 year 9 months");
        assert_eq!(distance_words(Bound::UNBOUNDED, day), "");
    }
}

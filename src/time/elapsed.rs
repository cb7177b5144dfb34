//! How long it is from one day to another as people say it: whole days, months or years, never more exact than is meant.

use super::bound::Bound;
use super::day::Day;
use super::length::{Length, Unit};

/// The length from `from` to `to`: days, months, or years and perhaps months. Nothing if either is unknown.
#[must_use]
pub fn elapsed(from: Day, to: Day) -> Option<(Length, Option<Length>)> {
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

/// The same between a date and a day, counted from the end of the date that is known.
#[must_use]
pub fn elapsed_since(date: Bound, day: Day) -> Option<(Length, Option<Length>)> {
    elapsed(if date.latest.is_finite() { date.latest } else { date.earliest }, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(from: &str, to: &str) -> String {
        let day = |text: &str| Day::parse(text).expect("a day");
        let (first, second) = elapsed(day(from), day(to)).expect("a length");
        second.map_or(first.to_string(), |second| format!("{first} {second}"))
    }

    #[test]
    fn lengths() {
        assert_eq!(said("2026-11-23", "2026-11-23"), "0d");
        assert_eq!(said("2026-10-09", "2026-11-23"), "45d");
        assert_eq!(said("2026-09-23", "2026-11-23"), "2m");
        assert_eq!(said("2026-09-24", "2026-11-23"), "1m");
        assert_eq!(said("2025-11-23", "2026-11-23"), "1y");
        assert_eq!(said("2025-01-21", "2026-11-23"), "1y 10m");
        assert_eq!(said("1985-01-21", "2026-11-23"), "41y");
        assert_eq!(said("2026-11-23", "2025-01-21"), "1y 10m");
        assert_eq!(elapsed(Day::MIN, Day::from_number(0)), None);
        assert_eq!(elapsed_since(Bound::UNBOUNDED, Day::from_number(0)), None);
    }
}

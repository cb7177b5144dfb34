//! Reading one date from text: EDTF (ISO 8601-2, levels 0 to 2) to the days it may mean.
//!
//! Plain dates (`2023`, `2023-01`, `2023-01-21`) are read by hand, since tables hold millions of them; everything
//! else is read by `edtf-core`. Qualifiers (`?`, `~`, `%`) widen the days; how far is `qualifier`. Periods (`A/B`) are
//! `period`; what to say of a text that is not a date is `diagnosis`.

use edtf_core::{Bound as Edge, BoundDate, Edtf};

use super::bound::Bound;
use super::date_error::DateError;
use super::day::{Day, FARTHEST_YEAR, days_in_month};
use super::{diagnosis, mask, qualifier, set};

/// Reads one date and gives the days it may mean.
///
/// Accepts EDTF dates with their masks, seasons, quarters and halves, sets (the hull of their members) and times of
/// day (the day as written, in its own time zone). The table in the module documentation of [`crate::time`] says what
/// is made of strings that EDTF libraries read differently.
///
/// # Errors
/// If the text is not a date; the error says why and what to write.
#[inline]
pub fn parse_date(text: &str) -> Result<Bound, DateError> {
    match parse_plain(text.as_bytes()) {
        Some(bound) => Ok(bound),
        None => parse_uncommon(text),
    }
}

/// Kept out of the way of the plain dates, which are nearly all.
#[cold]
#[inline(never)]
fn parse_uncommon(text: &str) -> Result<Bound, DateError> {
    parse_other(text).ok_or_else(|| diagnosis::diagnose(text))
}

/// Every other form of date, as wide as its qualifiers make it; `None` if it is not one.
fn parse_other(text: &str) -> Option<Bound> {
    if text.starts_with(['[', '{']) {
        return set::parse_set(text);
    }
    let written = parse_unqualified(text)?;
    Some(qualifier::widened(written, text, |part| parse_date(part).ok()))
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with or without a minus sign; `None` for all else, right or wrong.
#[inline]
pub(super) fn parse_plain(text: &[u8]) -> Option<Bound> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let (year, rest) = digits.split_first_chunk::<4>()?;
    let [thousands, hundreds] = [pair(year[0], year[1])?, pair(year[2], year[3])?];
    let year = i32::from(thousands) * 100 + i32::from(hundreds);
    if negative && year == 0 {
        return None;
    }
    let year = if negative { -year } else { year };
    match *rest {
        [] => Bound::years(year, year),
        [b'-', m1, m2] => Bound::month(year, pair(m1, m2)?),
        [b'-', m1, m2, b'-', d1, d2] => {
            Day::from_calendar(year, pair(m1, m2)?, pair(d1, d2)?).map(Bound::day)
        }
        _ => None,
    }
}

#[inline]
fn pair(tens: u8, units: u8) -> Option<u8> {
    let (tens, units) = (tens.wrapping_sub(b'0'), units.wrapping_sub(b'0'));
    (tens < 10 && units < 10).then(|| tens * 10 + units)
}

/// The days of a date, whatever its qualifiers.
fn parse_unqualified(text: &str) -> Option<Bound> {
    match text.as_bytes() {
        [] => None,
        _ if text.contains('/') => None,
        _ => match text.split_once('T') {
            Some((date, time)) => parse_moment(date, time),
            None if mask::is_negative_mask(text) => mask::parse_negative_mask(text),
            None => parse_library(text),
        },
    }
}

/// A date and a time of day: the day as written. The library knows no times in negative years, so it is
/// asked about the time alone, and the date is read by hand.
fn parse_moment(date: &str, time: &str) -> Option<Bound> {
    let day = parse_plain(date.as_bytes()).filter(|bound| bound.is_point())?;
    let moment = format!("2000-01-01T{time}");
    Edtf::parse(&moment).is_ok().then_some(day)
}

/// Asks the library; `None` if it says that this is not a date (or, which callers rule out, a period).
pub(super) fn parse_library(text: &str) -> Option<Bound> {
    let parsed = Edtf::parse(text).ok()?;
    if matches!(parsed, Edtf::Interval(_)) {
        return None;
    }
    let bounds = parsed.bounds();
    let past = text.trim_start_matches(['?', '~', '%']).starts_with(['-']) || text.starts_with("Y-");
    let beyond = if past { Bound::new(Day::MIN, Day::FIRST) } else { Bound::new(Day::LAST, Day::MAX) };
    let earliest = match bounds.earliest {
        Edge::NegativeInfinity => Day::MIN,
        Edge::Date(date) => earliest_day(date),
        Edge::PositiveInfinity | Edge::Unknown => beyond.earliest,
    };
    let latest = match bounds.latest {
        Edge::PositiveInfinity => Day::MAX,
        Edge::Date(date) => latest_day(date),
        Edge::NegativeInfinity | Edge::Unknown => beyond.latest,
    };
    (earliest <= latest).then_some(Bound { earliest, latest })
}

/// A day no later than this date: exact within the counted years, else the nearest that is known to be so.
fn earliest_day(date: BoundDate) -> Day {
    match counted_year(date.year) {
        Ok(year) => Day::from_calendar(year, date.month, date.day.min(days_in_month(year, date.month)))
            .unwrap_or(Day::MIN),
        Err(past) => {
            if past {
                Day::MIN
            } else {
                Day::LAST
            }
        }
    }
}

/// A day no earlier than this date: exact within the counted years, else the nearest that is known to be so.
fn latest_day(date: BoundDate) -> Day {
    match counted_year(date.year) {
        Ok(year) => Day::from_calendar(year, date.month, date.day.min(days_in_month(year, date.month)))
            .unwrap_or(Day::MAX),
        Err(past) => {
            if past {
                Day::FIRST
            } else {
                Day::MAX
            }
        }
    }
}

/// The year, or whether it is too far in the past (else too far in the future).
fn counted_year(year: i64) -> Result<i32, bool> {
    match i32::try_from(year) {
        Ok(counted) if counted.unsigned_abs() <= FARTHEST_YEAR.unsigned_abs() => Ok(counted),
        _ => Err(year < 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        parse_date(text).map_or_else(|error| error.to_string(), |b| format!("{}..{}", b.earliest, b.latest))
    }

    #[test]
    fn plain_dates() {
        assert_eq!(read("2023"), "2023-01-01..2023-12-31");
        assert_eq!(read("2024-02"), "2024-02-01..2024-02-29");
        assert_eq!(read("2023-01-21"), "2023-01-21..2023-01-21");
        assert_eq!(read("-0044-03-15"), "-0044-03-15..-0044-03-15");
    }

    #[test]
    fn other_dates() {
        assert_eq!(read("202X"), "2020-01-01..2029-12-31");
        assert_eq!(read("-01XX"), "-0199-01-01..-0100-12-31");
        assert_eq!(read("2023-21"), "2023-03-01..2023-05-31");
        assert_eq!(read("2023-33"), "2023-01-01..2023-03-31");
        assert_eq!(read("2023-41"), "2023-07-01..2023-12-31");
        assert_eq!(read("1985-04-12T23:20:30-04"), "1985-04-12..1985-04-12");
        assert_eq!(read("-1985-04-12T23:20:30Z"), "-1985-04-12..-1985-04-12");
    }

    #[test]
    fn far_years() {
        assert_eq!(read("Y170002"), "+170002-01-01..+170002-12-31");
        assert_eq!(parse_date("Y17E7"), Ok(Bound::new(Day::LAST, Day::MAX)));
        assert_eq!(parse_date("Y-17E7"), Ok(Bound::new(Day::MIN, Day::FIRST)));
        assert_eq!(parse_date("Y9E18S1"), Ok(Bound::new(Day::LAST, Day::MAX)));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,24}") {
            let _ = parse_date(&text);
        }

        #[test]
        fn never_panics_near_edtf(text in "[\\[{?~%Y-]{0,2}[0-9X]{0,4}[?~%S-]{0,2}[0-9X]{0,2}[?~%-]{0,2}[0-9X]{0,2}[T0-9:Z,. \\]}]{0,9}") {
            if let Ok(bound) = parse_date(&text) {
                prop_assert!(bound.earliest <= bound.latest);
            }
        }

        /// The hand-written path and the library read plain dates alike.
        #[test]
        fn by_hand_as_by_library(text in "-?[0-2][0-9]{3}(-[0-4][0-9](-[0-4][0-9])?)?") {
            if let Some(bound) = parse_plain(text.as_bytes()) {
                prop_assert_eq!(Some(bound), parse_library(&text));
            }
        }

        #[test]
        fn written_bounds_read_back(year in -9999i32..=9999, month in 1u8..=12, day in 1u8..=28) {
            let day = Day::from_calendar(year, month, day).unwrap();
            for bound in [Bound::day(day), Bound::month(year, month).unwrap(), Bound::years(year, year).unwrap()] {
                prop_assert_eq!(parse_date(&bound.to_string()), Ok(bound));
            }
        }
    }
}

//! Reading a period from text: EDTF intervals, single dates, and `from`/`until` columns.
//!
//! Each end is read by `date`; this file only finds the ends and says what is missing. That an end lies before its
//! start is not an error here: the period says so itself, and the reader of the data decides.

use std::str::FromStr;

use super::bound::Bound;
use super::date::{parse_date, parse_plain};
use super::date_error::DateError;
use super::day::Day;
use super::diagnosis::other_order;
use super::period::{Edge, Period};

/// What is written for what has not begun.
const PENDING: &str = "pending";

/// Which end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// Its start, "from".
    Start,
    /// Its end, "until".
    End,
}

impl std::fmt::Display for Which {
    /// `start` or `end`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Start => "start",
            Self::End => "end",
        })
    }
}

impl Period {
    /// Reads `pending` (not yet), `A/B`, `A/..` (goes on), `../B`, `A/` (end unknown), `/B` (start unknown), or one date `A`.
    /// An end may also be `..A` (on or before), `A..` (on or after) or a set of which it is one day (`[A..B]`).
    ///
    /// # Errors
    /// If either end is not a date, if there is more than one `/`, or if neither end says anything (`/`).
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let Some((start, end)) = text.split_once('/') else {
            return match text {
                PENDING => Ok(Self::PENDING),
                date => parse_date(date).map(|date| Self::on(date).perhaps_pending()),
            };
        };
        if end.contains('/') || (start.len() < 3 && !start.is_empty() && start != "..") {
            // `21/01/2025`, `01/2025` and the like deserve a better message than their parts would get.
            if let Some(error) = other_order(text) {
                return Err(error);
            }
        }
        if end.contains('/') {
            return Err(DateError::TooManyParts);
        }
        if start.is_empty() && end.is_empty() {
            return Err(DateError::NothingStated);
        }
        Self::from_until(Some(start), Some(end)).map_err(|(_, error)| {
            // What is suggested takes the place of all that is written, the other end included.
            error.suggesting(&format!("{}/{}", corrected(start), corrected(end)))
        })
    }

    /// Reads the two ends from separate fields: `None` and `""` are unknown, `..` is open.
    ///
    /// # Errors
    /// If one of them is not a date, says which one. Both may be missing.
    #[inline]
    pub fn from_until(from: Option<&str>, until: Option<&str>) -> Result<Self, (Which, DateError)> {
        let (start, start_edge) = side(from).map_err(|error| (Which::Start, error))?;
        let (end, end_edge) = side(until).map_err(|error| (Which::End, error))?;
        // What has not begun has no end yet, and no end is pending.
        let which = if end_edge == Edge::Pending { Which::End } else { Which::Start };
        if which == Which::End || start_edge == Edge::Pending && end_edge == Edge::Stated {
            return Err((which, DateError::NotADate { text: PENDING.into() }));
        }
        Ok(Self::from_parts(start, start_edge, end, end_edge).perhaps_pending())
    }
}

/// An end as it should be written, or as it is where that is right or not known.
fn corrected(text: &str) -> String {
    let error = side(Some(text)).err();
    error.as_ref().and_then(DateError::suggestion).unwrap_or(text).to_owned()
}

#[inline]
fn side(text: Option<&str>) -> Result<(Option<Bound>, Edge), DateError> {
    let Some(text) = text else { return Ok((None, Edge::Unknown)) };
    // Nearly all are plain, and tables hold millions of them.
    match parse_plain(text.as_bytes()) {
        Some(bound) => Ok((Some(bound), Edge::Stated)),
        None => uncommon_side(text),
    }
}

#[cold]
fn uncommon_side(text: &str) -> Result<(Option<Bound>, Edge), DateError> {
    match text {
        "" => Ok((None, Edge::Unknown)),
        ".." => Ok((None, Edge::Open)),
        PENDING => Ok((None, Edge::Pending)),
        // A period's end is one day, so "all of these" (`{…}`) cannot be one.
        set if set.starts_with('{') => Err(DateError::NotADate { text: set.chars().take(40).collect() }),
        date => Ok((Some(end_date(date)?), Edge::Stated)),
    }
}

/// A date at an end of a period: also `..A`, on or before A, and `A..`, on or after A. That it may be a set, "one of
/// these" (`[A..B]`, `[A..]`), is our extension of EDTF, which has no other way to name two days between which an end lies.
fn end_date(text: &str) -> Result<Bound, DateError> {
    match (text.strip_prefix(".."), text.strip_suffix("..")) {
        (Some(date), None) => Ok(Bound::new(Day::MIN, parse_date(date)?.latest)),
        (None, Some(date)) => Ok(Bound::new(parse_date(date)?.earliest, Day::MAX)),
        _ => parse_date(text),
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

/// Reads any EDTF string, date or interval: another name for [`Period::parse`].
///
/// # Errors
/// As [`Period::parse`].
pub fn parse_any(text: &str) -> Result<Period, DateError> {
    Period::parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Answer, Conflict, Contact, conflict, overlap, parse_date, refines};

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn hints_keep_the_other_end() {
        for (wrong, right) in [
            ("2021-5-6/..", "2021-05-06/.."),
            ("2021-5-6/", "2021-05-06/"),
            ("../2021-5", "../2021-05"),
            ("2021-5/2022-6-7", "2021-05/2022-06-07"),
            ("2020/2021-5-6", "2020/2021-05-06"),
            ("2021-01-05T10:61:00/..", "2021-01-05/.."),
            ("2021-5-6/soon", "2021-05-06/soon"),
        ] {
            let error = Period::parse(wrong).unwrap_err();
            assert_eq!(error.suggestion(), Some(right), "{wrong}: {error}");
            assert!(error.to_string().contains(right), "{error}");
        }
    }

    fn four(period: Period) -> String {
        format!("{} {} {} {}", period.fe(), period.fl(), period.ue(), period.ul())
    }

    #[test]
    fn four_days() {
        assert_eq!(four(period("2023/2025-01")), "2023-01-01 2023-12-31 2025-01-01 2025-01-31");
        assert_eq!(four(period("2023/..")), "2023-01-01 2023-12-31 2023-01-01 ..");
        assert_eq!(four(period("/2025-01")), ".. 2025-01-31 2025-01-01 2025-01-31");
        assert_eq!(four(period("2023/2023")), "2023-01-01 2023-12-31 2023-01-01 2023-12-31");
        assert_eq!(four(period("2023-06/2023")), "2023-06-01 2023-06-30 2023-06-01 2023-12-31");
        assert_eq!(four(Period::UNKNOWN), ".. .. .. ..");
        assert_eq!(Period::UNKNOWN.ue(), Day::MIN);
        assert_eq!(size_of::<Period>(), 20);
    }

    #[test]
    fn holds() {
        let day = |text| Day::parse(text).unwrap();
        let p = period("2023/2025-01");
        assert_eq!(p.holds_on(day("2024-06-01")), Answer::Yes);
        assert_eq!(p.holds_on(day("2025-01-15")), Answer::Perhaps);
        assert_eq!(p.holds_on(day("2025-02-01")), Answer::No);
        let open = period("2023-01-23/..").attested(None, Some(parse_date("2024-06").unwrap()));
        assert!(open.known_on(day("2024-06-01")) && !open.known_on(day("2024-06-02")));
        assert!(open.presumed_on(day("2026-01-01")) && !open.presumed_on(day("2023-01-22")));
    }

    #[test]
    fn edges_and_kinds() {
        assert_eq!(
            (period("../1985").start_edge(), period("/1985").start_edge()),
            (Edge::Open, Edge::Unknown)
        );
        assert_eq!((period("1985/..").end_edge(), period("1985/").end_edge()), (Edge::Open, Edge::Unknown));
        assert!(period("1985").is_single_date() && period("1985").both_stated());
        assert!(!period("1985/1985").is_single_date());
        assert!(period("2004/2003").certainly_inverted() && !period("2004/2004").certainly_inverted());
        assert_eq!(four(period("..2004-06-01/2004-06-20..")), ".. 2004-06-01 2004-06-20 ..");
        assert!(period("..2004-06-01/2004-06-20..").both_stated());
    }

    #[test]
    fn an_end_may_be_one_of_a_set() {
        assert_eq!(
            four(period("2020~/[2024-07-30..2025-06]")),
            "2019-01-01 2021-12-31 2024-07-30 2025-06-30"
        );
        assert_eq!(four(period("[2026-11-01..]/..")), "2026-11-01 .. 2026-11-01 ..");
        assert_eq!(four(period("2020/[..2024-06]")), "2020-01-01 2020-12-31 2020-01-01 2024-06-30");
        assert_eq!(four(period("[1667, 1668]/1700")), "1667-01-01 1668-12-31 1700-01-01 1700-12-31");
        assert_eq!(Period::from_until(Some("2020"), Some("[2024,2025]")), Ok(period("2020/[2024..2025]")));
        assert!(period("[2026-11-01..]/..").holds_on(Day::parse("2030-01-01").unwrap()) == Answer::Perhaps);
    }

    #[test]
    fn not_yet() {
        let pending = period("pending");
        assert_eq!((pending, pending.to_string().as_str()), (Period::PENDING, "pending"));
        assert_eq!(Period::from_until(Some("pending"), Some("..")).unwrap().to_string(), "pending/..");
        assert_eq!(Period::from_until(Some("pending"), None), Ok(pending));
        assert_eq!(Period::from_until(Some("2020"), Some("pending")).unwrap_err().0, Which::End);
        assert_eq!(Period::from_until(Some("pending"), Some("2030")).unwrap_err().0, Which::Start);
        let earliest = period("[2026-11-01..]");
        assert_eq!(
            (earliest.not_before(), earliest.to_string().as_str()),
            (Day::parse("2026-11-01").ok(), "[2026-11-01..]")
        );
        assert!(
            earliest.is_pending()
                && !period("[..2026-11-01]").is_pending()
                && !period("[2026,2027]").is_pending()
        );
        assert!(!period("2026-11-01../2030").is_pending(), "it begins by 2030");
        let on = |text: &str| Some(crate::time::parse_date(text).unwrap());
        // A source before says that it has not begun, one from then on that it has.
        assert_eq!(pending.attested(None, on("2026-08")).fe(), Day::parse("2026-08-02").unwrap());
        assert!(earliest.attested(None, on("2026-08")).is_pending());
        assert!(earliest.attested(None, on("2026")).is_pending(), "nobody knows on which side of the day");
        let begun = earliest.attested(None, on("2027-01"));
        assert!(
            !begun.is_pending()
                && begun.start() == crate::time::parse_date("[2026-11-01..2027-01-31]").unwrap()
        );
        assert!(!pending.presumed_on(Day::parse("2026-08-01").unwrap()));
    }

    #[test]
    fn columns() {
        assert_eq!(Period::from_until(Some("2023"), Some("..")), Ok(period("2023/..")));
        assert_eq!(Period::from_until(Some("2023"), None), Ok(period("2023/")));
        assert_eq!(Period::from_until(None, Some("")), Ok(Period::UNKNOWN));
        assert_eq!(Period::from_until(Some("2023"), Some("x")).map_err(|e| e.0), Err(Which::End));
        assert_eq!(Period::from_until(Some("2023-13"), None).map_err(|e| e.0), Err(Which::Start));
    }

    #[test]
    fn errors() {
        assert_eq!(Period::parse("/"), Err(DateError::NothingStated));
        assert_eq!(Period::parse("2012/2013/1234"), Err(DateError::TooManyParts));
        assert_eq!(Period::parse(""), Err(DateError::Empty));
        let said = |text| Period::parse(text).unwrap_err();
        assert_eq!(said("21/01/2025").suggestion(), Some("2025-01-21"));
        assert_eq!(said("2025/01/21").suggestion(), Some("2025-01-21"));
        assert_eq!(said("01/2025").suggestion(), Some("2025-01"));
        assert_eq!(said("2023/2025-02-30").to_string(), "February 2025 has 28 days");
        assert!(matches!(said("{1667,1668}/1700"), DateError::NotADate { .. }));
    }

    #[test]
    fn conflicts_in_the_words_of_the_design() {
        let between = |a, b| conflict(period(a), period(b), Contact::Strict);
        assert_eq!(between("1990/2000", "1995/1995"), Conflict::Certain, "though no day is known");
        assert_eq!(between("1990/2000", "2000-05-01/2001"), Conflict::Possible);
        assert_eq!(between("2019/2025-01", "2025-01/2026"), Conflict::None, "handed over in the very month");
        assert_eq!(between("2019/2025-01", "2025/2026"), Conflict::Possible);
        assert_eq!(between("2019/2025", "2023/2026"), Conflict::Certain);
        assert_eq!(between("2019/..", "2023/.."), Conflict::None, "presumed only");
        assert_eq!(between("2019/2022", "2022-03-01/.."), Conflict::Possible, "it has begun in March");
        assert_eq!(between("2019/2022-12-31", "2022-03-01/.."), Conflict::Certain);
        assert_eq!(between("2012-05-03/..", "2012-05-03/.."), Conflict::Certain, "on their first day");
        assert_eq!(between("2012-05-03/..", "2012-05-04/.."), Conflict::None, "taken over");
        assert_eq!(between("../2016", "2010/2012"), Conflict::Possible, "it had long been so");
        assert_eq!(between("/2016", "2010/2012"), Conflict::None, "nobody knows since when");
        let events = |a, b| conflict(period(a), period(b), Contact::Closed);
        assert_eq!(events("1985", "1985"), Conflict::Possible, "perhaps on one day");
        assert_eq!(
            overlap(period("2019-01-01/2020-01-01"), period("2020-01-01/2021"), Contact::Strict),
            Answer::No
        );
        assert!(refines(period("1985-06-11"), period("1985")) && !refines(period("1985"), period("1985")));
        assert!(!refines(period("1985-06-11/.."), period("1985/")));
    }
}

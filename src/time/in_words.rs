//! The words of `words`, written straight into a longer text: a report of a large base has a hundred thousand sentences
//! with several dates each, and a text of its own for each part of each date would cost more than finding what they say.

use std::fmt::{self, Display, Formatter};

use super::bound::{Bound, BoundShape as Shape};
use super::day::Day;
use super::period::{Edge, Period};
use super::words::month_name;

/// As [`super::day_words`].
pub fn day(day: Day) -> impl Display {
    fmt::from_fn(move |f| write_day(f, day))
}

/// As [`super::bound_words`].
pub fn bound(bound: Bound) -> impl Display {
    fmt::from_fn(move |f| write_bound(f, bound, bound.shape()))
}

/// As [`super::when_words`].
pub fn when(date: Bound) -> impl Display {
    fmt::from_fn(move |f| write_when(f, date))
}

/// As [`super::period_words`].
pub fn period(period: Period) -> impl Display {
    fmt::from_fn(move |f| write_period(f, period))
}

/// As [`super::words::year_words`].
pub(super) fn year(year: i32) -> impl Display {
    fmt::from_fn(move |f| write_year(f, year))
}

/// Plain digits: what `write!` does for a number, without its care for widths and signs.
fn write_number(f: &mut Formatter<'_>, number: u32) -> fmt::Result {
    let mut digits = [b'0'; 10];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b"0123456789"[(rest % 10) as usize];
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    f.write_str(std::str::from_utf8(&digits[at..]).unwrap_or_default())
}

fn write_year(f: &mut Formatter<'_>, year: i32) -> fmt::Result {
    match u32::try_from(year) {
        Ok(year @ 1..) => write_number(f, year),
        _ => write!(f, "{} BC", 1 - i64::from(year)),
    }
}

fn write_month(f: &mut Formatter<'_>, month: u8, year: i32) -> fmt::Result {
    f.write_str(month_name(month))?;
    f.write_str(" ")?;
    write_year(f, year)
}

fn write_day(f: &mut Formatter<'_>, day: Day) -> fmt::Result {
    match day.calendar() {
        Some(calendar) => write_calendar(f, calendar),
        None if day == Day::MIN => f.write_str("the beginning of time"),
        None => f.write_str("the end of time"),
    }
}

fn write_calendar(f: &mut Formatter<'_>, (year, month, date): (i32, u8, u8)) -> fmt::Result {
    write_number(f, u32::from(date))?;
    f.write_str(" ")?;
    write_month(f, month, year)
}

/// The decade of a bound that is one, as its first digits.
fn decade(shape: Shape) -> Option<u32> {
    match shape {
        Shape::Years(..) => match shape.masked() {
            Some((false, decade, 1)) if decade > 0 => Some(decade),
            _ => None,
        },
        _ => None,
    }
}

fn write_bound(f: &mut Formatter<'_>, bound: Bound, shape: Shape) -> fmt::Result {
    match shape {
        Shape::Day(year, month, date) => write_calendar(f, (year, month, date)),
        Shape::Month(year, month) => write_month(f, month, year),
        Shape::Year(year) => write_year(f, year),
        Shape::Years(first, last) => match decade(shape) {
            Some(decade) => write!(f, "the {decade}0s"),
            None => write!(f, "between {} and {}", year(first), year(last)),
        },
        Shape::Other => match (bound.earliest.calendar(), bound.latest.calendar()) {
            (None, None) => f.write_str("an unknown day"),
            (None, Some(_)) => write!(f, "on or before {}", day(bound.latest)),
            (Some(_), None) => write!(f, "on or after {}", day(bound.earliest)),
            (Some((year, month, date)), Some((last_year, ..))) if year == last_year => {
                write!(f, "between {date} {} and {}", month_name(month), day(bound.latest))
            }
            _ => write!(f, "between {} and {}", day(bound.earliest), day(bound.latest)),
        },
    }
}

/// Whether the words for a bound begin with "between" or "on or", so that none can stand before them.
fn is_stretch(bound: Bound, shape: Shape) -> bool {
    match shape {
        Shape::Years(..) => decade(shape).is_none(),
        Shape::Other => bound.earliest.is_finite() || bound.latest.is_finite(),
        _ => false,
    }
}

/// The bound as a point after "from" or "until".
fn write_point(f: &mut Formatter<'_>, bound: Bound) -> fmt::Result {
    let shape = bound.shape();
    if is_stretch(bound, shape) {
        f.write_str("a day ")?;
    }
    write_bound(f, bound, shape)
}

fn write_when(f: &mut Formatter<'_>, date: Bound) -> fmt::Result {
    let shape = date.shape();
    match shape {
        _ if is_stretch(date, shape) => {}
        Shape::Day(..) | Shape::Other => f.write_str("on ")?,
        _ => f.write_str("in ")?,
    }
    write_bound(f, date, shape)
}

fn write_period(f: &mut Formatter<'_>, period: Period) -> fmt::Result {
    if period.is_single_date() {
        return write_when(f, period.start());
    }
    let (start, end) = (period.start(), period.end());
    match (period.start_edge(), period.end_edge()) {
        (Edge::Stated, Edge::Stated) => {
            f.write_str("from ")?;
            write_point(f, start)?;
            f.write_str(" until ")?;
            write_point(f, end)
        }
        (Edge::Stated, Edge::Open) => {
            f.write_str("since ")?;
            write_point(f, start)
        }
        (Edge::Stated, Edge::Unknown) => {
            f.write_str("from ")?;
            write_point(f, start)?;
            f.write_str(", end not recorded")
        }
        (Edge::Open, Edge::Stated) => {
            f.write_str("until ")?;
            write_point(f, end)
        }
        (Edge::Unknown, Edge::Stated) => {
            f.write_str("until ")?;
            write_point(f, end)?;
            f.write_str(", start not recorded")
        }
        (Edge::Open, Edge::Open) => f.write_str("at all times"),
        (Edge::Unknown, Edge::Open) => f.write_str("still going on, start not recorded"),
        (Edge::Open, Edge::Unknown) => f.write_str("from the beginning, end not recorded"),
        (Edge::Unknown, Edge::Unknown) => f.write_str("at no recorded time"),
    }
}

//! How a language writes dates, periods and lengths of time. Everything that differs from language to language is in its
//! messages (`month-1`, `date-day`, `period-since` …); this only chooses among them.
//!
//! The messages are turned into templates once: a report of a large base has a hundred thousand dates.

use fluent_bundle::FluentValue;

use super::language::SpokenLanguage;
use crate::time::{Bound, BoundShape, Day, Edge, Length, Period, Unit};

/// A message with up to three places to fill in.
#[derive(Debug, Default)]
struct DateTemplate(Vec<DatePiece>);

#[derive(Debug)]
enum DatePiece {
    Text(String),
    Place(usize),
}

/// Stands for a place while a template is made: characters that no message has.
const PLACES: [&str; 3] = ["\u{1}", "\u{2}", "\u{3}"];

impl DateTemplate {
    /// The template of a message whose variables are `names`, in the order in which they will be given.
    fn of(language: &SpokenLanguage, key: &str, names: &[&str]) -> Self {
        let mut text = String::new();
        language.write(
            key,
            &mut |name| {
                let at = names.iter().position(|known| *known == name);
                FluentValue::from(at.and_then(|at| PLACES.get(at)).copied().unwrap_or_default())
            },
            &mut text,
        );
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['\u{1}', '\u{2}', '\u{3}']) {
            pieces.push(DatePiece::Text(rest[..at].to_owned()));
            pieces.push(DatePiece::Place(usize::from(rest.as_bytes()[at]) - 1));
            rest = &rest[at + 1..];
        }
        pieces.push(DatePiece::Text(rest.to_owned()));
        Self(pieces)
    }

    /// Writes it, each place filled in by `fill`.
    fn write(&self, out: &mut String, fill: &mut dyn FnMut(usize, &mut String)) {
        for piece in &self.0 {
            match piece {
                DatePiece::Text(text) => out.push_str(text),
                DatePiece::Place(place) => fill(*place, out),
            }
        }
    }
}

macro_rules! calendar {
    ($($field:ident $key:literal [$($name:literal),*];)*) => {
        /// How a language writes dates.
        #[derive(Debug, Default)]
        pub(super) struct Calendar {
            months: Vec<String>,
            $($field: DateTemplate,)*
        }

        impl Calendar {
            /// The calendar that the messages of a language describe.
            pub(super) fn of(language: &SpokenLanguage) -> Self {
                let month = |number: u8| {
                    let mut name = String::new();
                    language.write(&format!("month-{number}"), &mut |_| FluentValue::None, &mut name);
                    name
                };
                Self {
                    months: (1..=12).map(month).collect(),
                    $($field: DateTemplate::of(language, $key, &[$($name),*]),)*
                }
            }
        }
    };
}

calendar! {
    day "date-day" ["day", "month", "year"];
    month "date-month" ["month", "year"];
    before_christ "date-year-bc" ["year"];
    decade "date-decade" ["decade"];
    between "date-between" ["first", "last"];
    between_in_year "date-between-in-year" ["day", "month", "last"];
    on_or_before "date-on-or-before" ["date"];
    on_or_after "date-on-or-after" ["date"];
    unknown "date-unknown" [];
    beginning "date-beginning-of-time" [];
    end "date-end-of-time" [];
    on_day "when-day" ["date"];
    in_year "when-month-or-year" ["date"];
    point "date-point" ["date"];
    from_until "period-from-until" ["start", "end"];
    since "period-since" ["start"];
    from "period-from" ["start"];
    until "period-until" ["end"];
    until_only "period-until-only" ["end"];
    always "period-always" [];
    going_on "period-going-on" [];
    from_beginning "period-from-beginning" [];
    unrecorded "period-unrecorded" [];
    pending "period-pending" [];
    not_before "period-not-before" ["start"];
}

impl Calendar {
    fn month_name(&self, month: u8) -> &str {
        self.months.get(usize::from(month).wrapping_sub(1)).map_or("", String::as_str)
    }

    fn write_year(&self, out: &mut String, year: i32) {
        if year >= 1 {
            write_number(out, year);
        } else {
            self.before_christ.write(out, &mut |_, out| write_number(out, 1 - i64::from(year)));
        }
    }

    fn write_date(&self, out: &mut String, (year, month, date): (i32, u8, u8)) {
        self.day.write(out, &mut |place, out| match place {
            0 => write_number(out, date),
            1 => out.push_str(self.month_name(month)),
            _ => self.write_year(out, year),
        });
    }

    /// `21 January 2025`.
    pub(super) fn write_day(&self, out: &mut String, day: Day) {
        let nothing = &mut |_, _: &mut String| ();
        match day.calendar() {
            Some(calendar) => self.write_date(out, calendar),
            None if day == Day::MIN => self.beginning.write(out, nothing),
            None => self.end.write(out, nothing),
        }
    }

    /// `21 January 2025`, `January 2025`, `2025`, `the 2020s`, `between 2001 and 2100`, `between 1 March and 31 May 2023`.
    pub(super) fn write_bound(&self, out: &mut String, bound: Bound) {
        self.write_shape(out, bound, bound.shape());
    }

    fn write_shape(&self, out: &mut String, bound: Bound, shape: BoundShape) {
        match shape {
            BoundShape::Day(year, month, date) => self.write_date(out, (year, month, date)),
            BoundShape::Month(year, month) => self.month.write(out, &mut |place, out| match place {
                0 => out.push_str(self.month_name(month)),
                _ => self.write_year(out, year),
            }),
            BoundShape::Year(year) => self.write_year(out, year),
            BoundShape::Years(first, last) => match shape.decade() {
                Some(decade) => self.decade.write(out, &mut |_, out| write_number(out, decade)),
                None => self.between.write(out, &mut |place, out| {
                    self.write_year(out, if place == 0 { first } else { last })
                }),
            },
            BoundShape::Other => self.write_range(out, bound),
        }
    }

    fn write_range(&self, out: &mut String, bound: Bound) {
        let (first, last) = (bound.earliest, bound.latest);
        match (first.calendar(), last.calendar()) {
            (None, None) => self.unknown.write(out, &mut |_, _| ()),
            (None, Some(_)) => self.on_or_before.write(out, &mut |_, out| self.write_day(out, last)),
            (Some(_), None) => self.on_or_after.write(out, &mut |_, out| self.write_day(out, first)),
            (Some((year, month, date)), Some((last_year, ..))) if year == last_year => {
                self.between_in_year.write(out, &mut |place, out| match place {
                    0 => write_number(out, date),
                    1 => out.push_str(self.month_name(month)),
                    _ => self.write_day(out, last),
                });
            }
            _ => self
                .between
                .write(out, &mut |place, out| self.write_day(out, if place == 0 { first } else { last })),
        }
    }

    /// The date as a point after "from" or "until".
    pub(super) fn write_point(&self, out: &mut String, bound: Bound) {
        let shape = bound.shape();
        if is_range(bound, shape) {
            self.point.write(out, &mut |_, out| self.write_shape(out, bound, shape));
        } else {
            self.write_shape(out, bound, shape);
        }
    }

    /// When one date happened: `on 22 July 2019`, `in 2019`, `in the 2020s`, `between 1 March and 31 May 2023`.
    pub(super) fn write_when(&self, out: &mut String, date: Bound) {
        let shape = date.shape();
        let template = match shape {
            _ if is_range(date, shape) => return self.write_shape(out, date, shape),
            BoundShape::Day(..) | BoundShape::Other => &self.on_day,
            _ => &self.in_year,
        };
        template.write(out, &mut |_, out| self.write_shape(out, date, shape));
    }

    /// `from 23 January 2023 until 21 January 2025`, `since 2023`, `on 22 July 2019`, `date not recorded`.
    pub(super) fn write_period(&self, out: &mut String, period: Period) {
        if period.is_single_date() {
            return self.write_when(out, period.start());
        }
        let template = match (period.start_edge(), period.end_edge()) {
            (Edge::Pending, _) if period.not_before().is_some() => &self.not_before,
            (Edge::Pending, _) => &self.pending,
            (Edge::Stated, Edge::Stated) => &self.from_until,
            (Edge::Stated, Edge::Open) => &self.since,
            (Edge::Stated, Edge::Unknown) => &self.from,
            (Edge::Open, Edge::Stated) => &self.until,
            (Edge::Unknown, Edge::Stated) => &self.until_only,
            (Edge::Open, Edge::Open) => &self.always,
            (Edge::Unknown, Edge::Open) => &self.going_on,
            (Edge::Open, Edge::Unknown) => &self.from_beginning,
            (Edge::Unknown, Edge::Unknown) | (_, Edge::Pending) => &self.unrecorded,
        };
        if let Some(day) = period.not_before() {
            return template.write(out, &mut |_, out| self.write_day(out, day));
        }
        let ends_only = period.start_edge() != Edge::Stated;
        template.write(out, &mut |place, out| {
            self.write_point(out, if place == 0 && !ends_only { period.start() } else { period.end() });
        });
    }

    /// The key of the message for a length of time.
    pub(super) fn length_key(length: Length) -> &'static str {
        match length.unit {
            Unit::Day => "length-days",
            Unit::Week => "length-weeks",
            Unit::Month => "length-months",
            Unit::Year => "length-years",
        }
    }

    /// The key of the message for how often something is to be done.
    pub(super) fn every_key(length: Length) -> &'static str {
        match length.unit {
            Unit::Day => "every-days",
            Unit::Week => "every-weeks",
            Unit::Month => "every-months",
            Unit::Year => "every-years",
        }
    }
}

/// The first and the last date of a range that no month, year or decade names: "between 1 March and 31 May 2023".
pub(super) fn ends_of_range(bound: Bound) -> Option<(Bound, Bound)> {
    match bound.shape() {
        shape if !is_range(bound, shape) || !bound.is_finite() => None,
        BoundShape::Years(first, last) => Some((Bound::years(first, first)?, Bound::years(last, last)?)),
        _ => Some((Bound::day(bound.earliest), Bound::day(bound.latest))),
    }
}

/// Whether a date reads as a range of days, so that no "on" or "in" can be before it.
fn is_range(bound: Bound, shape: BoundShape) -> bool {
    match shape {
        BoundShape::Years(..) => shape.decade().is_none(),
        BoundShape::Other => bound.earliest.is_finite() || bound.latest.is_finite(),
        _ => false,
    }
}

/// Plain digits: what `write!` does for a number, without its care for widths and signs.
fn write_number(out: &mut String, number: impl Into<i64>) {
    let number = number.into();
    if number < 0 {
        out.push('-');
    }
    let mut digits = [0; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b"0123456789"[(rest % 10) as usize];
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::super::language::{default_language, language};
    use super::*;
    use crate::time::parse_date;

    fn said(write: impl Fn(&Calendar, &mut String)) -> String {
        let mut out = String::new();
        write(&default_language().calendar, &mut out);
        out
    }

    fn period(text: &str) -> String {
        said(|calendar, out| calendar.write_period(out, Period::parse(text).unwrap()))
    }

    fn bound(text: &str) -> String {
        said(|calendar, out| calendar.write_bound(out, parse_date(text).unwrap()))
    }

    #[test]
    fn bounds() {
        assert_eq!(bound("2025-01-21"), "21 January 2025");
        assert_eq!(bound("2025-01"), "January 2025");
        assert_eq!(bound("2025~"), "between 2024 and 2026");
        assert_eq!(bound("202X"), "the 2020s");
        assert_eq!(bound("20XX"), "between 2000 and 2099");
        assert_eq!(bound("2023-21"), "between 1 March and 31 May 2023");
        assert_eq!(bound("2023-24"), "between 1 December 2023 and 29 February 2024");
        assert_eq!(bound("-0044-03-15"), "15 March 45 BC");
        assert_eq!(bound("-004X"), "between 50 BC and 41 BC");
        assert_eq!(bound("0000"), "1 BC");
        assert_eq!(bound("[..1984]"), "on or before 31 December 1984");
        assert_eq!(said(|calendar, out| calendar.write_bound(out, Bound::UNBOUNDED)), "an unknown day");
        assert_eq!(said(|calendar, out| calendar.write_day(out, Day::MAX)), "the end of time");
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
        assert_eq!(period("/.."), "still true, start not recorded");
        assert_eq!(said(|calendar, out| calendar.write_period(out, Period::UNKNOWN)), "date not recorded");
        assert_eq!(
            said(|calendar, out| calendar.write_period(out, Period::on(Bound::UNBOUNDED))),
            "on an unknown day"
        );
    }

    #[test]
    fn indonesian() {
        let calendar = &language("id").unwrap().calendar;
        let period = |text: &str| {
            let mut out = String::new();
            calendar.write_period(&mut out, Period::parse(text).unwrap());
            out
        };
        assert_eq!(period("2023-01-23/2025-01-21"), "dari 23 Januari 2023 hingga 21 Januari 2025");
        assert_eq!(period("2019-07-22"), "pada 22 Juli 2019");
        assert_eq!(period("202X"), "pada dekade 2020-an");
        assert_eq!(period("../2025-01"), "hingga Januari 2025");
    }
}

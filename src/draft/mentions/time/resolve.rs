//! From a date as written to the days that it means.
//!
//! Years, months, quarters and days are those of the calendar. Rough dates are read generously: "early",
//! "mid" and "late" are thirds, "two years ago" is that year and half a year about that day, a fiscal year is any of
//! the usual ones.

use super::written::{DateCore, DatePart, DateRun, WrittenDate, Year, YearPart};
use crate::model::DateUnit;
use crate::time::{Bound, Day, days_in_month};

/// From where dates are counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin {
    /// The draft's own date.
    pub anchor: Option<Day>,
    /// The day by which the draft is judged: what a draft without a date calls today.
    pub today: Option<Day>,
    /// The year of the heading above, for dates without one.
    pub year: Option<i32>,
    /// What is to come is dated: "in May" is the next one that is not over.
    pub ahead: bool,
}

/// The days of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// `None` where the draft's date would be needed and is not known.
    pub bound: Option<Bound>,
    /// Whether it is counted from the draft's date.
    pub relative: bool,
    /// Whether it is the day, week, month or year in which a draft without a date is read.
    pub current: bool,
    /// Whether it is the day or week in which a draft with a date was written.
    pub now: bool,
}

impl Resolved {
    const UNANCHORED: Self = Self { bound: None, relative: true, current: false, now: false };
}

impl Origin {
    /// The days of `written`; `None` if there is no such date.
    pub fn resolve(self, written: &WrittenDate) -> Option<Resolved> {
        if let (None, Some(today), true) = (self.anchor, self.today, written.is_current()) {
            let read = Self { anchor: Some(today), ..self }.resolve(written)?;
            return Some(Resolved { current: written.part.is_none(), now: false, ..read });
        }
        let (whole, relative) = match written.core {
            DateCore::Known(bound) => (bound, false),
            DateCore::Shift { unit, by, rough } => match self.anchor {
                None => return Some(Resolved::UNANCHORED),
                Some(anchor) => (shifted(anchor, unit, by, rough)?, true),
            },
            DateCore::Within { what: YearPart::NearPart { stretch, shift }, .. } => match self.anchor {
                None => return Some(Resolved::UNANCHORED),
                Some(anchor) => (near(anchor, stretch, shift)?, true),
            },
            DateCore::Within { year, what } => match self.year_of(year, what)? {
                None => return Some(Resolved::UNANCHORED),
                Some((year, relative)) => (of_year(year, what)?, relative),
            },
        };
        let exact = written.part.map_or(Some(whole), |part| self.part(whole, part))?;
        let bound = if written.about { exact.about() } else { exact };
        Some(Resolved { bound: Some(bound), relative, current: false, now: written.is_now() })
    }

    /// The number of the year, and whether it is counted from the anchor; `Some(None)` if it would have to be.
    fn year_of(self, year: Option<Year>, what: YearPart) -> Option<Option<(i32, bool)>> {
        if let Some(Year::Is(year)) = year {
            return Some(Some((year, false)));
        }
        if let (None, Some(year)) = (year, self.year)
            && !what.is_near()
        {
            return Some(Some((year, false)));
        }
        let Some(anchor) = self.anchor else { return Some(None) };
        let (this, month, _) = anchor.calendar()?;
        let in_this = of_year(this, what);
        let year = match (year, what) {
            (Some(Year::Shift(shift)), _) => this.checked_add(shift)?,
            (_, YearPart::Near { shift: -1, day: Some(_), .. }) => {
                this - i32::from(in_this.is_none_or(|bound| bound.earliest >= anchor))
            }
            (_, YearPart::Near { shift: 1, day: Some(_), .. }) => {
                this + i32::from(in_this.is_none_or(|bound| bound.earliest <= anchor))
            }
            (_, YearPart::Near { shift: -1, month: wanted, .. }) => this - i32::from(wanted >= month),
            (_, YearPart::Near { shift: 1, month: wanted, .. }) => this + i32::from(wanted <= month),
            (_, YearPart::Near { .. } | YearPart::NearPart { .. }) => this,
            _ if self.ahead => this + i32::from(in_this.is_none_or(|bound| bound.latest < anchor)),
            _ => this - i32::from(in_this.is_none_or(|bound| bound.earliest > anchor)),
        };
        Some(Some((year, true)))
    }

    /// This part of the days.
    fn part(self, whole: Bound, part: DatePart) -> Option<Bound> {
        match (part, self.anchor) {
            (DatePart::Earlier, Some(anchor)) => {
                Some(whole.shared(Bound::new(Day::MIN, anchor)).unwrap_or(whole))
            }
            (DatePart::Later, Some(anchor)) => {
                Some(whole.shared(Bound::new(anchor, Day::MAX)).unwrap_or(whole))
            }
            (DatePart::Earlier | DatePart::Later, None) => Some(whole),
            (DatePart::Early | DatePart::Mid | DatePart::Late, _) => third(whole, part),
        }
    }
}

/// What of that year.
fn of_year(year: i32, what: YearPart) -> Option<Bound> {
    match what {
        YearPart::Year => Bound::years(year, year),
        YearPart::Month(month) | YearPart::Near { month, day: None, .. } => Bound::month(year, month),
        YearPart::Day(month, day) | YearPart::Near { month, day: Some(day), .. } => {
            Some(Bound::day(Day::from_calendar(year, month, day)?))
        }
        YearPart::Quarter(quarter @ 1..=4) => months(year, quarter * 3 - 2, quarter * 3),
        YearPart::Half(half @ 1..=2) => months(year, half * 6 - 5, half * 6),
        YearPart::Quarter(_) | YearPart::Half(_) => None,
        // "Winter 2015" is the one that ends in that year or the one that begins in it.
        YearPart::Part(stretch) if stretch.crosses_years() => {
            Some(into_next(year.checked_sub(1)?, stretch)?.hull(into_next(year, stretch)?))
        }
        YearPart::Part(stretch) | YearPart::NearPart { stretch, .. } => {
            let day = |(month, day): (u8, u8)| Day::from_calendar(year, month, day);
            Some(Bound::new(day(stretch.from)?, day(stretch.to)?))
        }
        YearPart::PartInto(stretch) => into_next(year, stretch),
        // Fiscal years end in the year that they are named after, but not all at once: many at its end, others in
        // March, June or September. So it is any day from the July before.
        YearPart::Fiscal => {
            let last = Bound::month(year, 12)?;
            Some(Bound::new(Bound::month(year.checked_sub(1)?, 7)?.earliest, last.latest))
        }
    }
}

/// From the day in that year to the one in the year after.
fn into_next(year: i32, stretch: DateRun) -> Option<Bound> {
    let first = Day::from_calendar(year, stretch.from.0, stretch.from.1)?;
    Some(Bound::new(first, Day::from_calendar(year.checked_add(1)?, stretch.to.0, stretch.to.1)?))
}

/// The last, this or the next one as seen from a day. People differ on whether "last spring" may be one of this year, so it may
/// be that of the year before too, and "next spring" that of the year after.
fn near(anchor: Day, stretch: DateRun, shift: i8) -> Option<Bound> {
    let (this, ..) = anchor.calendar()?;
    let of = |year: i32| match stretch.crosses_years() {
        true => into_next(year, stretch),
        false => of_year(year, YearPart::Part(stretch)),
    };
    let mut around = (this - 2..=this + 2).filter_map(of);
    match shift {
        -1 => {
            let last = around.rfind(|bound| bound.latest < anchor)?;
            Some(of(last.earliest.calendar()?.0 - 1)?.hull(last))
        }
        1 => {
            let next = around.filter(|bound| bound.earliest > anchor).min()?;
            Some(next.hull(of(next.earliest.calendar()?.0 + 1)?))
        }
        // The nearest: the current one, else the last, else the next.
        _ => of(this).map(|bound| match of(this - 1) {
            Some(before) if stretch.crosses_years() && anchor <= before.latest => before,
            _ => bound,
        }),
    }
}

fn months(year: i32, first: u8, last: u8) -> Option<Bound> {
    Some(Bound::month(year, first)?.hull(Bound::month(year, last)?))
}

/// The first, middle or last third: four months of a year, ten days of a month.
fn third(whole: Bound, part: DatePart) -> Option<Bound> {
    let (first, last) = (whole.earliest.calendar()?, whole.latest.calendar()?);
    let is_year = first.0 == last.0 && (first.1, first.2, last.1, last.2) == (1, 1, 12, 31);
    if is_year {
        let (from, to) = match part {
            DatePart::Early => (1, 4),
            DatePart::Mid => (5, 8),
            _ => (9, 12),
        };
        return months(first.0, from, to);
    }
    let days = whole.latest.minus(whole.earliest)? + 1;
    let day = |number: i32| whole.earliest.plus_days(number);
    let (one, two) = (days / 3, days * 2 / 3);
    Some(match part {
        DatePart::Early => Bound::new(day(0), day((one - 1).max(0))),
        DatePart::Mid => Bound::new(day(one), day((two - 1).max(one))),
        _ => Bound::new(day(two.min(days - 1)), whole.latest),
    })
}

/// The unit this many units away from the anchor's; if counted roughly, widened by half a unit about that day.
fn shifted(anchor: Day, unit: DateUnit, by: i32, rough: bool) -> Option<Bound> {
    let (year, month, day) = anchor.calendar()?;
    let (whole, exact, half) = match unit {
        DateUnit::Day => return Some(Bound::day(anchor.plus_days(by))),
        DateUnit::Week => {
            let exact = anchor.plus_days(by.checked_mul(7)?);
            // 1970-01-01 was a Thursday, the fourth day of its week.
            let monday = exact.plus_days(-(exact.number().checked_add(3)?.rem_euclid(7)));
            (Bound::new(monday, monday.plus_days(6)), exact, 3)
        }
        DateUnit::Month => {
            let count = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(by)?;
            let (year, month) = (count.div_euclid(12), u8::try_from(count.rem_euclid(12) + 1).ok()?);
            (Bound::month(year, month)?, same_day(year, month, day)?, 15)
        }
        DateUnit::Year => {
            let year = year.checked_add(by)?;
            (Bound::years(year, year)?, same_day(year, month, day)?, 182)
        }
        DateUnit::Decade => {
            let year = year.checked_add(by.checked_mul(10)?)?;
            (Bound::years(year, year)?, same_day(year, month, day)?, 1826)
        }
    };
    let about = Bound::new(exact.plus_days(-half), exact.plus_days(half));
    Some(if rough { whole.hull(about) } else { whole })
}

/// That day of the month, or its last one.
fn same_day(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::from_calendar(year, month, day.min(days_in_month(year, month)))
}

//! The timeline of a point: a bar for each claim, and a row for each report with its date and the time that it speaks of.
//!
//! Places across are shares of the width and places down are pixels, so that a drawing fits any page; labels are text above the
//! bars, so that long ones wrap.

use maud::{Markup, html};

use super::super::words::Telling;
use crate::model::{ClaimId, Point, PointEntry};
use crate::render::plain;
use crate::render::ticks;
use crate::render::timeline::{DayStanding, Stretch, days_shown};
use crate::time::{Bound, Day, Period};

/// The heights of the dates above and of a row, and half of that of a bar, in pixels.
const HEAD: usize = 20;
const ROW: usize = 18;
const HALF: usize = 6;
/// How many dates there is room for.
const DATES: usize = 6;

/// A row of the drawing.
struct Row {
    label: String,
    stretch: Stretch,
    /// Whether it is a claim; else a report.
    is_record: bool,
    /// The date of the report, if it speaks of another time; of a claim, those of its sources; each with what it is.
    dates: Vec<(Bound, String)>,
}

/// The drawing; nothing where no date is known.
pub(super) fn drawing(telling: &Telling<'_>, point: &Point) -> Markup {
    let rows: Vec<Row> = records(telling, point).chain(reports(telling, point)).collect();
    let has_date =
        rows.iter().any(|row| row.stretch.period.fe().is_finite() || row.stretch.period.ul().is_finite());
    if rows.is_empty() || !has_date {
        return Markup::default();
    }
    let dates = rows.iter().flat_map(|row| &row.dates).map(|(date, _)| stretch(Period::on(*date), true));
    let all: Vec<Stretch> = rows.iter().map(|row| row.stretch).chain(dates).collect();
    let axis = Axis::new(&all, telling.reconciled.as_of);
    let ticks = ticks::dates(axis.first, axis.last, DATES, &telling.say);
    let places: Vec<f64> = ticks.iter().map(|(number, _)| axis.at(*number)).collect();
    let today = share(axis.day(telling.reconciled.as_of));
    html! {
        figure .timeline {
            svg width="100%" height=(HEAD) aria-hidden="true" {
                @for (place, (_, label)) in places.iter().zip(&ticks) {
                    text x=(share(*place)) y="14" text-anchor=(anchor(*place)) { (label) }
                }
            }
            @for row in &rows {
                p .label { (plain::one_line(&row.label)) }
                svg .record[row.is_record] .report[!row.is_record] width="100%" height=(ROW) role="img"
                    aria-label=(telling.say.period(row.stretch.period)) {
                    @for place in &places { line .tick x1=(share(*place)) x2=(share(*place)) y1="0" y2=(ROW) {} }
                    (axis.bar(row))
                    line .today x1=(today) x2=(today) y1="0" y2=(ROW) {}
                }
            }
        }
    }
}

/// Where the label of a place is in relation to it, so that it does not stick out.
fn anchor(place: f64) -> &'static str {
    const EDGE: f64 = 5.0;
    match place {
        place if place < EDGE => "start",
        place if place > 100.0 - EDGE => "end",
        _ => "middle",
    }
}

fn stretch(period: Period, event: bool) -> Stretch {
    Stretch { period, event, taken_over: None }
}

/// A bar for each claim.
fn records<'a>(telling: &'a Telling<'_>, point: &'a Point) -> impl Iterator<Item = Row> + 'a {
    let base = telling.words.base();
    point.claims.iter().map(move |claim: &ClaimId| {
        let event = base.claims.relation(*claim).is_some_and(|relation| base.relations.is_event(relation));
        Row {
            label: telling.say.said(*claim),
            stretch: stretch(base.claims.period(*claim), event),
            is_record: true,
            dates: sources(telling, *claim),
        }
    })
}

/// The sources that support a claim, each with its date; of many the newest.
fn sources(telling: &Telling<'_>, claim: ClaimId) -> Vec<(Bound, String)> {
    /// More would hide the bar.
    const SHOWN: usize = 6;
    let base = telling.words.base();
    let dated = base.claims.supports(claim).filter_map(|citation| {
        Some((base.sources.published(citation.source)?, telling.say.source_name(citation.source)))
    });
    let mut dated: Vec<(Bound, String)> = dated.collect();
    dated.sort_by_key(|(date, _)| std::cmp::Reverse(date.latest));
    dated.truncate(SHOWN);
    dated
}

/// A row for each report that has a date or speaks of one.
fn reports<'a>(telling: &'a Telling<'_>, point: &'a Point) -> impl Iterator<Item = Row> + 'a {
    telling.reconciled.reports.iter().enumerate().filter_map(move |(at, report)| {
        let entry = point
            .of_report(at)
            .find(|entry| !entry.bearing.is_aside())
            .or_else(|| point.of_report(at).next())?;
        let spoken = spoken(entry);
        let period = spoken.or_else(|| report.date.map(Period::on))?;
        let date = report.date.filter(|_| spoken.is_some());
        let dates = date.map(|date| (date, telling.date(report))).into_iter().collect();
        let label = format!("{} ({}): {}", report.path, telling.date(report), telling.stance(entry));
        Some(Row { label, stretch: stretch(period, spoken.is_none()), is_record: false, dates })
    })
}

/// The time that an entry names.
fn spoken(entry: &PointEntry) -> Option<Period> {
    let time = entry.assertion.as_ref()?.time;
    match (time.from, time.until) {
        (Some(from), Some(_)) if time.within => Some(Period::on(from)),
        (Some(from), Some(until)) => Some(Period::between(from, until)),
        (Some(from), None) => {
            Some(Period::from_parts(Some(from), crate::time::Edge::Stated, None, crate::time::Edge::Open))
        }
        (None, Some(until)) => {
            Some(Period::from_parts(None, crate::time::Edge::Unknown, Some(until), crate::time::Edge::Stated))
        }
        (None, None) => None,
    }
}

/// The days from left to right.
#[derive(Clone, Copy)]
struct Axis {
    first: i64,
    last: i64,
}

impl Axis {
    fn new(stretches: &[Stretch], as_of: Day) -> Self {
        let (first, last) = days_shown(stretches, as_of);
        Self { first, last }
    }

    /// Where a day begins, in hundredths of the width.
    fn at(self, number: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share of a width need not be exact")]
        let share = (number - self.first) as f64 / (self.last - self.first + 1) as f64;
        (share * 100.0).clamp(0.0, 100.0)
    }

    /// The same of a day; infinite days are at the edge.
    fn day(self, day: Day) -> f64 {
        match day {
            Day::MIN => 0.0,
            Day::MAX => 100.0,
            day => self.at(i64::from(day.number())),
        }
    }

    fn edge(number: i64) -> Day {
        Day::from_number(i32::try_from(number).unwrap_or(if number < 0 {
            i32::MIN + 1
        } else {
            i32::MAX - 1
        }))
    }

    fn bar(self, row: &Row) -> Markup {
        let pieces = row.stretch.pieces(Self::edge(self.first), Self::edge(self.last));
        html! {
            @for (standing, from, to) in pieces { (self.piece(standing, from, to)) }
            @for (date, what) in &row.dates {
                svg .own x=(share(self.day(date.latest))) y=(ROW / 2) {
                    title { (plain::one_line(what)) }
                    path d="M0-5 5 0 0 5-5 0Z" {}
                }
            }
        }
    }

    fn piece(self, standing: DayStanding, from: Day, to: Day) -> Markup {
        let (x, end) = (self.day(from), self.at(i64::from(to.number()) + 1));
        if standing == DayStanding::Happened {
            return html! { svg x=(share(x)) y=(ROW / 2) { path .known d="M0-7 6 0 0 7-6 0Z" {} } };
        }
        let class = match standing {
            DayStanding::Known => "known",
            DayStanding::Presumed => "presumed",
            _ => "perhaps",
        };
        html! {
            rect .(class) x=(share(x)) width=(share((end - x).max(0.4))) y=(ROW / 2 - HALF) height=(2 * HALF) {}
        }
    }
}

/// A share of the width.
fn share(hundredths: f64) -> String {
    format!("{hundredths:.2}%")
}

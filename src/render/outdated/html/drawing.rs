//! One drawing of a timeline: bars over an axis of dates, with arrows from what was replaced to what replaced it. Where days
//! fall on the page is decided here; what is known of them is [`Stretch`]'s to say.
//!
//! Places across are shares of the width and places down are pixels, so that a drawing fits any page and its letters and
//! arrowheads are never stretched.

use maud::{Markup, html};

use super::super::super::ticks;
use super::super::super::timeline::{DayStanding, Stretch, days_shown};
use super::{said, tone};
use crate::model::{Bar, Handover};
use crate::time::Day;
use crate::words::Wording;

/// The heights of the dates above, of a row, and of the line below, and half of that of a bar, in pixels.
const HEAD: usize = 26;
const ROW: usize = 60;
const FOOT: usize = 24;
const HALF: usize = 8;
/// How many dates there is room for: years, and longer ones.
const DATES: (usize, usize) = (8, 6);

fn stretch(bar: &Bar) -> Stretch {
    Stretch { period: bar.period, event: bar.event, taken_over: bar.taken_over }
}

/// The days from left to right.
#[derive(Clone, Copy)]
pub(super) struct DayAxis {
    first: i64,
    last: i64,
    as_of: Day,
}

impl DayAxis {
    pub(super) fn new(bars: &[Bar], as_of: Day) -> Self {
        let stretches: Vec<Stretch> = bars.iter().map(stretch).collect();
        let (first, last) = days_shown(&stretches, as_of);
        Self { first, last, as_of }
    }

    /// Where a day begins, in hundredths of the width.
    fn at(self, number: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share of a width need not be exact")]
        let share = (number - self.first) as f64 / (self.last - self.first + 1) as f64;
        (share * 100.0).clamp(0.0, 100.0)
    }

    /// Where a day begins; infinite days are at the edge.
    fn day(self, day: Day) -> f64 {
        if day == Day::MIN {
            0.0
        } else if day == Day::MAX {
            100.0
        } else {
            self.at(i64::from(day.number()))
        }
    }

    fn edge(number: i64) -> Day {
        Day::from_number(i32::try_from(number).unwrap_or(if number < 0 {
            i32::MIN + 1
        } else {
            i32::MAX - 1
        }))
    }
}

/// One drawing: some of the bars of a timeline, from the one at `from` on.
pub(super) struct Chart<'a> {
    pub(super) axis: DayAxis,
    pub(super) from: usize,
    pub(super) bars: &'a [Bar],
    pub(super) handovers: &'a [Handover],
    pub(super) say: Wording<'a>,
    /// The label at the line of the day asked about.
    pub(super) as_of: &'a str,
    /// What an arrow to this bar means.
    pub(super) replaced_by: &'a dyn Fn(&Bar) -> String,
}

impl Chart<'_> {
    /// The height of the drawing.
    pub(super) fn height(&self) -> usize {
        HEAD + self.bars.len() * ROW + FOOT
    }

    /// What is drawn.
    pub(super) fn drawn(&self) -> Markup {
        html! {
            (self.dates())
            @for (row, bar) in self.bars.iter().enumerate() { (self.bar(row, bar)) }
            @for handover in self.handovers { (self.arrow(*handover)) }
            (self.day())
        }
    }

    fn dates(&self) -> Markup {
        let bottom = self.height() - FOOT;
        let dates = |most: usize| ticks::dates(self.axis.first, self.axis.last, most, &self.say);
        let years = dates(DATES.0);
        let are_long = years.iter().any(|(_, label)| label.len() > 4);
        let dates = if are_long { dates(DATES.1) } else { years };
        html! {
            @for (at, (number, label)) in dates.into_iter().enumerate() {
                @let x = share(self.axis.at(number));
                g .tick .minor[at % 2 == 1] {
                    line x1=(x) x2=(x) y1=(HEAD) y2=(bottom) {}
                    text x=(x) y="16" text-anchor="middle" { (label) }
                }
            }
        }
    }

    fn bar(&self, row: usize, bar: &Bar) -> Markup {
        let (first, last) = (DayAxis::edge(self.axis.first), DayAxis::edge(self.axis.last));
        let middle = middle(row);
        html! {
            g .bar.(self.tone(bar)) {
                title { (said(&self.say.said(bar.record))) ": " (self.say.period(bar.stated)) }
                @for (standing, from, to) in stretch(bar).pieces(first, last) {
                    (self.piece(middle, standing, from, to))
                }
                @if bar.period.fe() == Day::MIN {
                    svg x="0%" y=(middle) { path .onward d="M7-8-3 0 7 8Z" {} }
                }
                @if bar.period.ul() == Day::MAX && bar.taken_over.is_none() {
                    svg x="100%" y=(middle) { path .onward d="M-7-8 3 0-7 8Z" {} }
                }
            }
        }
    }

    fn piece(&self, middle: usize, standing: DayStanding, from: Day, to: Day) -> Markup {
        let (x, end) = (self.axis.day(from), self.axis.at(i64::from(to.number()) + 1));
        let class = match standing {
            DayStanding::Happened => {
                return html! { svg x=(share(x)) y=(middle) { path .known d="M0-9 7 0 0 9-7 0Z" {} } };
            }
            DayStanding::Known => "known",
            DayStanding::Presumed => "presumed",
            DayStanding::Perhaps | DayStanding::Not => "perhaps",
        };
        let width = share((end - x).max(0.25));
        html! { rect .(class) x=(share(x)) width=(width) y=(middle - HALF) height=(2 * HALF) {} }
    }

    /// The colours of a bar: those of its section; else whether it holds.
    fn tone(&self, bar: &Bar) -> &'static str {
        let holds = bar.period.fe() <= self.axis.as_of && self.axis.as_of <= bar.period.ul();
        match bar.sections.first() {
            Some(section) => tone(*section),
            None if holds => "good",
            None => "past",
        }
    }

    /// An arrow from the end of what was replaced to the beginning of what replaced it, if both are in this drawing.
    fn arrow(&self, handover: Handover) -> Markup {
        let row = |at: usize| at.checked_sub(self.from).filter(|row| *row < self.bars.len());
        let Some((from, to)) = row(handover.from).zip(row(handover.to)).filter(|(from, to)| from != to)
        else {
            return html! {};
        };
        let (older, newer) = (&self.bars[from], &self.bars[to]);
        let start = newer.period.fl();
        let end = older.taken_over.map_or(older.period.ul(), |over| over.latest);
        let (x, over) = (share(self.axis.day(end.min(start))), share(self.axis.day(start)));
        // The arrow leaves the older bar at its end and comes down, or up, on the newer one.
        let sign = |down, up| if from < to { down } else { up };
        let leaves = sign(middle(from) + HALF, middle(from) - HALF);
        let arrives = sign(middle(to) - HALF - 2, middle(to) + HALF + 2);
        let turn = sign(leaves + 6, leaves - 6);
        let head = if from < to { "M-5-8 0 0 5-8Z" } else { "M-5 8 0 0 5 8Z" };
        html! {
            g .arrow {
                title { (said(&(self.replaced_by)(newer))) }
                line x1=(x) x2=(x) y1=(leaves) y2=(turn) {}
                line x1=(x) x2=(over) y1=(turn) y2=(turn) {}
                line x1=(over) x2=(over) y1=(turn) y2=(arrives) {}
                svg x=(over) y=(arrives) { path d=(head) {} }
            }
        }
    }

    /// The line of the day asked about.
    fn day(&self) -> Markup {
        let at = self.axis.day(self.axis.as_of);
        let (x, height) = (share(at), self.height());
        html! {
            g .today {
                line x1=(x) x2=(x) y1=(HEAD - 4) y2=(height - FOOT + 4) {}
                text x=(x) y=(height - 6) text-anchor=(anchored(at)) { (self.as_of) }
            }
        }
    }
}

/// A share of the width.
fn share(hundredths: f64) -> String {
    format!("{hundredths:.2}%")
}

/// The middle of a row's bar.
fn middle(row: usize) -> usize {
    HEAD + row * ROW + ROW / 2
}

/// On which side of its place a text is, so that it is not cut off.
fn anchored(x: f64) -> &'static str {
    match x {
        _ if x < 8.0 => "start",
        _ if x > 88.0 => "end",
        _ => "middle",
    }
}

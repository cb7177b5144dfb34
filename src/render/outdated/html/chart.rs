//! The timelines: for each subject its claims as bars over an axis of dates, with arrows from what was replaced to what
//! replaced it. Where days fall on the page is decided here; what is known of them is [`Stretch`]'s to say.
//!
//! Places across are shares of the width and places down are pixels, so that a drawing fits any page and its letters and
//! arrowheads are never stretched. The statements stand beside it as text.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::super::super::ticks;
use super::super::super::timeline::{Standing, Stretch, days_shown};
use super::legend::{legend, patterns};
use super::{Sheet, said, tone};
use crate::model::{Bar, Handover, Timeline};
use crate::time::{Day, day_words, period_words};

/// Timelines that a browser lays out together or not at all.
const BLOCK: usize = 20;
/// Claims in one drawing; more are drawn in several.
const ROWS: usize = 60;
/// The heights of the dates above, of a row, and of the line below, and half of that of a bar, in pixels.
const HEAD: usize = 26;
const ROW: usize = 60;
const FOOT: usize = 24;
const HALF: usize = 8;
/// How many dates there is room for.
const DATES: usize = 8;

impl Sheet<'_> {
    /// All timelines, with what their signs mean.
    pub(super) fn timelines(&self, out: &mut dyn Write) -> io::Result<()> {
        let timelines = &self.outdated.timelines;
        if timelines.is_empty() {
            return Ok(());
        }
        writeln!(out, "<section id=\"timelines\" class=\"part\" aria-labelledby=\"timelines-title\">")?;
        writeln!(out, "<h2 id=\"timelines-title\">Over time</h2>")?;
        writeln!(
            out,
            "<p class=\"about\">What is listed, by what it is about, with what replaced it or stands against it.</p>"
        )?;
        patterns(out)?;
        legend(out)?;
        for (block, some) in timelines.chunks(BLOCK).enumerate() {
            let rows: usize = some.iter().map(|timeline| timeline.bars.len() + 2).sum();
            writeln!(out, "<div class=\"timelines block\" style=\"--n:{rows}\">")?;
            for (at, timeline) in some.iter().enumerate() {
                self.timeline(block * BLOCK + at, timeline, out)?;
            }
            writeln!(out, "</div>")?;
        }
        writeln!(out, "</section>")
    }

    fn timeline(&self, at: usize, timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
        let name =
            timeline.subject.as_ref().map_or_else(|| "About no entity".to_owned(), |one| said(&one.name));
        let about = self.names.number(timeline.subject.as_ref());
        let parts = timeline.bars.len().div_ceil(ROWS);
        writeln!(
            out,
            "<div class=\"timeline\" id=\"timeline-{at}\" data-about=\"{about}\">\n<h3><bdi>{name}</bdi></h3>"
        )?;
        let axis = Axis::new(&timeline.bars, self.outdated.as_of);
        for part in 0..parts {
            let from = part * ROWS;
            let bars = timeline.bars.get(from..).unwrap_or_default();
            let bars = bars.get(..ROWS).unwrap_or(bars);
            let chart =
                Chart { axis, id: format!("{at}-{part}"), from, bars, handovers: &timeline.handovers };
            let which =
                if parts > 1 { format!(", {} to {}", from + 1, from + bars.len()) } else { String::new() };
            writeln!(
                out,
                "<figure><figcaption>{}{which}</figcaption>\n<div class=\"chart\">",
                caption(timeline)
            )?;
            chart.draw(&name, out)?;
            self.rows(timeline, &chart, out)?;
            writeln!(out, "</div></figure>")?;
        }
        writeln!(out, "</div>")
    }

    /// What the bars stand for, in words.
    fn rows(&self, timeline: &Timeline, chart: &Chart<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<ol>")?;
        for (row, bar) in chart.bars.iter().enumerate() {
            let statement = said(&bar.statement);
            let when = period_words(bar.stated);
            let newer = timeline.replacing(chart.from + row);
            let newer: String =
                newer.map(|bar| format!("; replaced by “{}”", said(&bar.statement))).collect();
            write!(out, "<li title=\"{statement}\"><span class=\"label\">")?;
            match self.names.of_claim(&bar.claim) {
                Some(name) => write!(out, "<a href=\"#{name}\"><bdi>{statement}</bdi></a>")?,
                None => write!(out, "<bdi>{statement}</bdi>")?,
            }
            writeln!(
                out,
                "</span><span class=\"period\">{}<span class=\"hidden-to-sight\">{newer}</span></span></li>",
                said(&when)
            )?;
        }
        writeln!(out, "</ol>")
    }
}

fn caption(timeline: &Timeline) -> String {
    let listed = timeline.bars.iter().filter(|bar| !bar.sections.is_empty()).count();
    let others = timeline.bars.len() - listed;
    let claims = if listed == 1 { "1 listed claim".to_owned() } else { format!("{listed} listed claims") };
    match others {
        0 => claims,
        1 => format!("{claims} and 1 other"),
        many => format!("{claims} and {many} others"),
    }
}

fn stretch(bar: &Bar) -> Stretch {
    Stretch { period: bar.period, event: bar.event, taken_over: bar.taken_over }
}

/// The days from left to right.
#[derive(Clone, Copy)]
struct Axis {
    first: i64,
    last: i64,
    as_of: Day,
}

impl Axis {
    fn new(bars: &[Bar], as_of: Day) -> Self {
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

    /// Where a day begins; what lies at no end of time lies at the edge.
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
struct Chart<'a> {
    axis: Axis,
    id: String,
    from: usize,
    bars: &'a [Bar],
    handovers: &'a [Handover],
}

impl Chart<'_> {
    fn draw(&self, name: &str, out: &mut dyn Write) -> io::Result<()> {
        let (id, height) = (&self.id, HEAD + self.bars.len() * ROW + FOOT);
        let mut svg = String::new();
        self.draw_axis(&mut svg, height);
        for (row, bar) in self.bars.iter().enumerate() {
            self.draw_bar(&mut svg, row, bar);
        }
        for handover in self.handovers {
            self.draw_arrow(&mut svg, *handover);
        }
        self.draw_day(&mut svg, height);
        writeln!(
            out,
            "<svg role=\"img\" aria-labelledby=\"title-{id} desc-{id}\" height=\"{height}\">\n<title id=\"title-{id}\">{name} over \
             time</title><desc id=\"desc-{id}\">Bars over an axis of dates, one for each claim of the list beside it, which \
             says the same in words.</desc>\n{svg}</svg>"
        )
    }

    fn draw_axis(&self, svg: &mut String, height: usize) {
        let bottom = height - FOOT;
        for (at, (number, label)) in
            ticks::dates(self.axis.first, self.axis.last, DATES).into_iter().enumerate()
        {
            let x = self.axis.at(number);
            let class = if at % 2 == 1 { " minor" } else { "" };
            // Writing into a `String` cannot fail, so what `write!` returns is let go.
            let _ = writeln!(
                svg,
                "<g class=\"tick{class}\"><line x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"{HEAD}\" y2=\"{bottom}\"/><text x=\"{x:.2}%\" \
                 y=\"16\" text-anchor=\"middle\">{label}</text></g>"
            );
        }
    }

    fn draw_bar(&self, svg: &mut String, row: usize, bar: &Bar) {
        let (first, last) = (Axis::edge(self.axis.first), Axis::edge(self.axis.last));
        let tone = self.tone(bar);
        let _ = write!(
            svg,
            "<g class=\"bar {tone}\"><title>{}: {}</title>",
            said(&bar.statement),
            said(&period_words(bar.stated))
        );
        let (middle, high) = (middle(row), 2 * HALF);
        let top = middle - HALF;
        for (standing, from, to) in stretch(bar).pieces(first, last) {
            let (x, end) = (self.axis.day(from), self.axis.at(i64::from(to.number()) + 1));
            let class = match standing {
                Standing::Happened => {
                    let _ = write!(
                        svg,
                        "<svg x=\"{x:.2}%\" y=\"{middle}\"><path class=\"known\" d=\"M0-9 7 0 0 9-7 0Z\"/></svg>"
                    );
                    continue;
                }
                Standing::Known => "known",
                Standing::Presumed => "presumed",
                Standing::Perhaps | Standing::Not => "perhaps",
            };
            let width = (end - x).max(0.25);
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{x:.2}%\" width=\"{width:.2}%\" y=\"{top}\" height=\"{high}\"/>"
            );
        }
        if bar.period.fe() == Day::MIN {
            let _ = write!(
                svg,
                "<svg x=\"0%\" y=\"{middle}\"><path class=\"onward\" d=\"M7-8-3 0 7 8Z\"/></svg>"
            );
        }
        if bar.period.ul() == Day::MAX && bar.taken_over.is_none() {
            let _ = write!(
                svg,
                "<svg x=\"100%\" y=\"{middle}\"><path class=\"onward\" d=\"M-7-8 3 0-7 8Z\"/></svg>"
            );
        }
        svg.push_str("</g>\n");
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
    fn draw_arrow(&self, svg: &mut String, handover: Handover) {
        let row = |at: usize| at.checked_sub(self.from).filter(|row| *row < self.bars.len());
        let Some((from, to)) = row(handover.from).zip(row(handover.to)).filter(|(from, to)| from != to)
        else {
            return;
        };
        let (older, newer) = (&self.bars[from], &self.bars[to]);
        let start = newer.period.fl();
        let end = older.taken_over.map_or(older.period.ul(), |over| over.latest);
        let (x, over) = (self.axis.day(end.min(start)), self.axis.day(start));
        // The arrow leaves the older bar at its end and comes down, or up, on the newer one.
        let sign = |down, up| if from < to { down } else { up };
        let leaves = sign(middle(from) + HALF, middle(from) - HALF);
        let arrives = sign(middle(to) - HALF - 2, middle(to) + HALF + 2);
        let turn = sign(leaves + 6, leaves - 6);
        let _ = write!(svg, "<g class=\"arrow\"><title>replaced by {}</title>", said(&newer.statement));
        let _ = write!(
            svg,
            "<line x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"{leaves}\" y2=\"{turn}\"/><line x1=\"{x:.2}%\" x2=\"{over:.2}%\" y1=\"{turn}\" \
             y2=\"{turn}\"/><line x1=\"{over:.2}%\" x2=\"{over:.2}%\" y1=\"{turn}\" y2=\"{arrives}\"/>"
        );
        let head = if from < to { "M-5-8 0 0 5-8Z" } else { "M-5 8 0 0 5 8Z" };
        let _ = writeln!(svg, "<svg x=\"{over:.2}%\" y=\"{arrives}\"><path d=\"{head}\"/></svg></g>");
    }

    /// The line of the day that is asked about.
    fn draw_day(&self, svg: &mut String, height: usize) {
        let x = self.axis.day(self.axis.as_of);
        let (bottom, foot, anchor) = (height - FOOT + 4, height - 6, anchored(x));
        let _ = writeln!(
            svg,
            "<g class=\"today\"><line x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"{}\" y2=\"{bottom}\"/><text x=\"{x:.2}%\" y=\"{foot}\" \
             text-anchor=\"{anchor}\">as of {}</text></g>",
            HEAD - 4,
            day_words(self.axis.as_of)
        );
    }
}

/// The middle of a row's bar.
fn middle(row: usize) -> usize {
    HEAD + row * ROW + ROW / 2
}

/// On which side of its place a text stands, so that it is not cut off.
fn anchored(x: f64) -> &'static str {
    match x {
        _ if x < 8.0 => "start",
        _ if x > 88.0 => "end",
        _ => "middle",
    }
}

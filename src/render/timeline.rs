//! Periods drawn as bars over an axis of dates, in as many columns as there are.
//!
//! Each column stands for some days and shows the most certain thing that can be said about any of them: known, else
//! presumed, else perhaps. Layout only: what is known and presumed is [`Period`]'s to say.

use super::sheet::Tone;
use super::{Style, ticks};
use crate::model::Detail;
use crate::time::{Answer, Bound, Day, Period};
use crate::words::Wording;

/// A period to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// When, its known part stretched to the last attestation.
    pub period: Period,
    /// It happens and does not last.
    pub event: bool,
    /// When something else took over: nothing is presumed from then on.
    pub taken_over: Option<Bound>,
}

/// What can be said about a day of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DayStanding {
    /// It does not hold.
    Not,
    /// It may hold, judging by its dates.
    Perhaps,
    /// It has begun, and nothing says that it has ended.
    Presumed,
    /// It holds.
    Known,
    /// It is the very day of an event.
    Happened,
}

/// The days from the first to the last column.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    first: i64,
    last: i64,
    columns: usize,
    as_of: Day,
    style: Style,
}

impl Scale {
    /// A scale on which all `stretches` and the day `as_of` have room in `columns` columns (at least ten).
    #[must_use]
    pub fn new(stretches: &[Stretch], as_of: Day, columns: usize, style: Style) -> Self {
        let (first, last) = days_shown(stretches, as_of);
        Self { first, last, columns: columns.max(10), as_of, style }
    }

    /// The dates above the bars, and the line with a tick below each.
    #[must_use]
    pub fn axis(&self, wording: &Wording<'_>) -> (String, String) {
        let column = |number| self.column(number);
        let (dates, marks) = ticks::ticks(self.first, self.last, self.columns, wording, column);
        let (line, tick) = if self.style.unicode { ('─', '┬') } else { ('-', '+') };
        let rule: String =
            (0..self.columns).map(|at| if marks.contains(&at) { tick } else { line }).collect();
        (dates, Tone::Faint.paint(&rule, self.style.color))
    }

    /// The bar of a period.
    #[must_use]
    pub fn bar(&self, stretch: Stretch) -> String {
        let now = self.column(i64::from(self.as_of.number()));
        let standings: Vec<DayStanding> =
            (0..self.columns).map(|column| self.standing(stretch, column)).collect();
        let mut cells: Vec<(char, Tone)> = Vec::with_capacity(self.columns);
        for (column, standing) in standings.iter().copied().enumerate() {
            let (glyph, tone) = self.glyph(standing);
            let outer = standing != DayStanding::Not && stretch.period.fe() == Day::MIN && column == 0;
            let onward =
                standing != DayStanding::Not && stretch.period.ul() == Day::MAX && column + 1 == self.columns;
            let (glyph, tone) = match standing {
                DayStanding::Happened => (glyph, tone),
                _ if column == now => (self.pick('│', '|'), Tone::Strong),
                _ if outer => (self.pick('←', '<'), tone),
                _ if onward => (self.pick('→', '>'), tone),
                _ => (glyph, tone),
            };
            cells.push((glyph, tone));
        }
        let runs = cells.chunk_by(|one, two| one.1 == two.1);
        let painted = runs.map(|run| {
            let glyphs: String = run.iter().map(|(glyph, _)| glyph).collect();
            run.first().map_or_else(String::new, |(_, tone)| tone.paint(&glyphs, self.style.color))
        });
        painted.collect()
    }

    /// What the signs in the bars of `stretches` mean.
    #[must_use]
    pub fn legend(&self, stretches: &[Stretch], wording: &Wording<'_>) -> String {
        let shown = |wanted: DayStanding| {
            stretches.iter().any(|stretch| (0..self.columns).any(|at| self.standing(*stretch, at) == wanted))
        };
        let named = [
            (DayStanding::Known, "sign-known"),
            (DayStanding::Presumed, "sign-presumed"),
            (DayStanding::Perhaps, "sign-perhaps"),
            (DayStanding::Happened, "sign-happened"),
        ];
        let mut parts: Vec<String> = named
            .into_iter()
            .filter(|(standing, _)| shown(*standing))
            .map(|(standing, word)| format!("{} {}", self.glyph(standing).0, wording.phrase(word, &[])))
            .collect();
        let day = wording.phrase("sign-day", &[("day", Detail::Day(self.as_of))]);
        parts.push(format!("{} {day}", self.pick('│', '|')));
        parts.join("   ")
    }

    fn pick(&self, unicode: char, ascii: char) -> char {
        if self.style.unicode { unicode } else { ascii }
    }

    fn glyph(&self, standing: DayStanding) -> (char, Tone) {
        match standing {
            DayStanding::Not => (' ', Tone::Plain),
            DayStanding::Perhaps => (self.pick('░', '?'), Tone::Faint),
            DayStanding::Presumed => (self.pick('╌', '-'), Tone::Doubtful),
            DayStanding::Known => (self.pick('━', '='), Tone::Good),
            DayStanding::Happened => (self.pick('◆', '*'), Tone::Good),
        }
    }

    /// The column of a day.
    fn column(&self, number: i64) -> usize {
        let columns = i64::try_from(self.columns).unwrap_or(i64::MAX);
        let at = (number - self.first) * columns / (self.last - self.first + 1);
        usize::try_from(at.clamp(0, columns - 1)).unwrap_or(0)
    }

    /// First and last day of a column.
    fn days(&self, column: usize) -> (Day, Day) {
        let days = self.last - self.first + 1;
        let columns = i64::try_from(self.columns).unwrap_or(i64::MAX);
        let start = |column: i64| self.first + (column * days + columns - 1) / columns;
        let column = i64::try_from(column).unwrap_or(i64::MAX);
        let day = |number: i64| Day::from_number(i32::try_from(number).unwrap_or(i32::MAX - 1));
        (day(start(column)), day((start(column + 1) - 1).max(start(column))))
    }

    /// The most that can be said about any day of a column: it changes only where the period's own days are.
    fn standing(&self, stretch: Stretch, column: usize) -> DayStanding {
        let (from, to) = self.days(column);
        let period = stretch.period;
        let turns =
            [period.fe(), period.fl(), period.ue(), period.ul(), period.ue().next(), period.fl().previous()];
        let within = turns.into_iter().filter(|day| from <= *day && *day <= to).chain([from, to]);
        within.map(|day| stretch.on(day)).max().unwrap_or(DayStanding::Not)
    }
}

/// The first and the last day, by number, of an axis on which all `stretches` and the day `as_of` have room.
pub(super) fn days_shown(stretches: &[Stretch], as_of: Day) -> (i64, i64) {
    /// No axis is shorter than this many days: what lasts a day is not a line across the page.
    const SHORTEST: i64 = 60;
    let edges = stretches.iter().flat_map(|stretch| {
        let period = stretch.period;
        [period.fe(), period.fl(), period.ue(), period.ul()]
    });
    let days = edges.filter(|day| day.is_finite()).chain([as_of]).map(|day| i64::from(day.number()));
    let (first, last) = days.fold((i64::MAX, i64::MIN), |(first, last), day| (first.min(day), last.max(day)));
    // Room on both sides, so that open periods are visible as such.
    let margin = ((last - first).max(SHORTEST) / 20).max(1);
    let missing = (SHORTEST - (last - first)).max(0) / 2;
    (first - margin - missing, last + margin + missing)
}

impl Stretch {
    /// The days from `first` to `last`, cut where what can be said about them changes; those on which it does not hold
    /// are left out.
    pub(super) fn pieces(self, first: Day, last: Day) -> Vec<(DayStanding, Day, Day)> {
        let period = self.period;
        let over = self.taken_over.map(|over| [over.earliest, over.latest.next()]);
        let turns = [period.fe(), period.fl(), period.ue().next(), period.ul().next()];
        let turns = turns.into_iter().chain(over.into_iter().flatten());
        let mut starts: Vec<Day> = turns.filter(|day| first < *day && *day <= last).chain([first]).collect();
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).map(|start| start.previous()).chain([last]);
        let mut pieces: Vec<(DayStanding, Day, Day)> = Vec::new();
        for (start, end) in starts.iter().copied().zip(ends) {
            let standing = self.on(start);
            match pieces.last_mut() {
                Some((before, _, last)) if *before == standing => *last = end,
                _ => pieces.push((standing, start, end)),
            }
        }
        pieces.retain(|(standing, ..)| *standing != DayStanding::Not);
        pieces
    }

    fn on(self, day: Day) -> DayStanding {
        let period = self.period;
        if period.known_on(day) {
            return if self.event && period.fl() == period.ue() {
                DayStanding::Happened
            } else {
                DayStanding::Known
            };
        }
        if period.holds_on(day) == Answer::No {
            return DayStanding::Not;
        }
        match self.taken_over {
            Some(over) if day > over.latest && day > period.ue() => DayStanding::Not,
            Some(over) if day >= over.earliest && day > period.ue() => DayStanding::Perhaps,
            _ if period.presumed_on(day) && !self.event => DayStanding::Presumed,
            _ => DayStanding::Perhaps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_date;

    fn stretch(text: &str) -> Stretch {
        Stretch { period: Period::parse(text).expect("a period"), event: false, taken_over: None }
    }

    fn scale(stretches: &[Stretch], unicode: bool) -> Scale {
        let as_of = Day::parse("2026-11-23").expect("a day");
        Scale::new(stretches, as_of, 40, Style { unicode, ..Style::default() })
    }

    #[test]
    fn a_closed_period() {
        let closed = stretch("2023-01-23/2025-01-21");
        let scale = scale(&[closed], true);
        assert_eq!(scale.bar(closed), " ━━━━━━━━━━━━━━━━━━━━                 │ ");
        assert_eq!(
            scale.legend(&[closed], &super::super::examples::wording()),
            "━ known   │ as of 23 November 2026"
        );
    }

    #[test]
    fn imprecise_ends_and_what_is_presumed() {
        let attested = parse_date("2025-06-01").ok();
        let mut open = stretch("2023/..");
        open.period = open.period.attested(attested, attested);
        let scale = scale(&[open], false);
        let bar = scale.bar(open);
        assert_eq!(bar, " ??????????==============-------------|>");
        open.taken_over = parse_date("2026-01-01").ok();
        assert_eq!(scale.bar(open), " ??????????==============-----        | ");
    }

    #[test]
    fn pieces_are_cut_where_something_changes() {
        let day = |text: &str| Day::parse(text).expect("a day");
        let attested = parse_date("2025-06-01").ok();
        let mut open = stretch("2023/..");
        open.period = open.period.attested(attested, attested);
        open.taken_over = parse_date("2026-01").ok();
        assert_eq!(
            open.pieces(day("2022-01-01"), day("2027-01-01")),
            [
                (DayStanding::Perhaps, day("2023-01-01"), day("2023-12-30")),
                (DayStanding::Known, day("2023-12-31"), day("2025-06-01")),
                (DayStanding::Presumed, day("2025-06-02"), day("2025-12-31")),
                (DayStanding::Perhaps, day("2026-01-01"), day("2026-01-31")),
            ]
        );
        let all = stretch("../..").pieces(day("2022-01-01"), day("2023-01-01"));
        assert_eq!(all.len(), 1, "{all:?}");
    }

    #[test]
    fn a_day_is_never_lost() {
        let mut event = stretch("2019-07-22");
        event.event = true;
        let long = stretch("1900/2020");
        let scale = scale(&[event, long], true);
        assert!(scale.bar(event).contains('◆'));
        let far = stretch("-0044-03-15");
        assert!(Scale::new(&[far], Day::from_number(0), 30, Style::default()).bar(far).contains('━'));
    }

    #[test]
    fn nothing_is_too_far_or_too_unknown() {
        for text in ["Y-170000002", "../..", "/2020", "9999-12-31", "2020/2019", "-9999/9999"] {
            let Ok(period) = Period::parse(text) else { continue };
            let stretch = Stretch { period, event: false, taken_over: None };
            for as_of in [Day::FIRST, Day::from_number(0), Day::LAST] {
                let scale = Scale::new(&[stretch], as_of, 25, Style::default());
                assert_eq!(scale.bar(stretch).chars().count(), 25, "{text}");
                assert_eq!(scale.axis(&super::super::examples::wording()).1.chars().count(), 25, "{text}");
            }
        }
    }
}

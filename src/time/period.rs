//! A validity period: a start and an end, each imprecise, each stated or not.
//!
//! Holds the four bounds and answers what can be asked of one period. Two periods together are `overlap`;
//! wording is `words`; reading one from text is `period_text`.

use std::fmt;

use super::answer::Answer;
use super::bound::{Bound, BoundShape};
use super::day::Day;

/// What is written of one end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edge {
    /// A date.
    Stated,
    /// `..`: there is none; it goes on (or has always been so).
    Open,
    /// Nothing is written: there may be one, but it is not known.
    Unknown,
    /// Of a start only: it had not come, and if it ever does, then on or after the earliest day of its bound.
    Pending,
}

/// When a claim holds: from some day within its start bound until some day within its end bound, both included.
///
/// Twenty bytes. A missing start or end is [`Bound::UNBOUNDED`] until attestations narrow it. The four days
/// `fe`, `fl`, `ue`, `ul` (start earliest and latest, end earliest and latest) come tightened: a period
/// does not start after its latest end nor end before its earliest start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    start: Bound,
    end: Bound,
    start_edge: Edge,
    end_edge: Edge,
    single: bool,
}

impl Period {
    /// A period of which nothing is known.
    pub const UNKNOWN: Self = Self::from_parts(None, Edge::Unknown, None, Edge::Unknown);

    /// Not yet: `pending`.
    pub const PENDING: Self = Self::from_parts(None, Edge::Pending, None, Edge::Unknown);

    /// From its two ends. A bound makes its edge `Stated`; without one, an edge given as `Stated` is `Unknown`, as is an end
    /// given as `Pending`.
    #[must_use]
    pub const fn from_parts(
        start: Option<Bound>,
        start_edge: Edge,
        end: Option<Bound>,
        end_edge: Edge,
    ) -> Self {
        const fn side(bound: Option<Bound>, edge: Edge) -> (Bound, Edge) {
            match (bound, edge) {
                (Some(bound), _) => (bound, Edge::Stated),
                (None, Edge::Open | Edge::Pending) => (Bound::UNBOUNDED, edge),
                (None, _) => (Bound::UNBOUNDED, Edge::Unknown),
            }
        }
        let (start, start_edge) = side(start, start_edge);
        let (end, end_edge) =
            side(end, if matches!(end_edge, Edge::Pending) { Edge::Unknown } else { end_edge });
        Self { start, end, start_edge, end_edge, single: false }
    }

    /// From one date to another.
    #[must_use]
    pub const fn between(start: Bound, end: Bound) -> Self {
        Self::from_parts(Some(start), Edge::Stated, Some(end), Edge::Stated)
    }

    /// One date: some day within it.
    #[must_use]
    pub const fn on(date: Bound) -> Self {
        Self { single: true, ..Self::between(date, date) }
    }

    /// Start, earliest: the first day on which it may hold.
    #[must_use]
    pub const fn fe(self) -> Day {
        self.start.earliest
    }

    /// Start, latest: from this day on it holds, if it has not ended.
    #[must_use]
    pub fn fl(self) -> Day {
        self.start.latest.min(self.end.latest)
    }

    /// End, earliest: until this day it holds, if it has begun.
    #[must_use]
    pub fn ue(self) -> Day {
        self.end.earliest.max(self.start.earliest)
    }

    /// End, latest: the last day on which it may hold.
    #[must_use]
    pub const fn ul(self) -> Day {
        self.end.latest
    }

    /// The start as written (or as attestations bound it): not tightened.
    #[must_use]
    pub const fn start(self) -> Bound {
        self.start
    }

    /// The end as written (or as attestations bound it): not tightened.
    #[must_use]
    pub const fn end(self) -> Bound {
        self.end
    }

    /// What is written of the start.
    #[must_use]
    pub const fn start_edge(self) -> Edge {
        self.start_edge
    }

    /// What is written of the end.
    #[must_use]
    pub const fn end_edge(self) -> Edge {
        self.end_edge
    }

    /// Both start and end are dates.
    #[must_use]
    pub const fn both_stated(self) -> bool {
        matches!((self.start_edge, self.end_edge), (Edge::Stated, Edge::Stated))
    }

    /// No end is stated, so it may go on.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self.end_edge, Edge::Stated)
    }

    /// It had not begun when that was last confirmed, or its start says only when it cannot be before.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self.start_edge, Edge::Pending)
    }

    /// Of what is pending, the first day on which it may begin, if that is said.
    #[must_use]
    pub fn not_before(self) -> Option<Day> {
        (self.is_pending() && self.start.earliest.is_finite()).then_some(self.start.earliest)
    }

    /// Written as one date, not as a start and an end.
    #[must_use]
    pub const fn is_single_date(self) -> bool {
        self.single
    }

    /// It ends before it starts, whatever days are chosen. Nothing can be asked of such a period: every answer is no.
    #[must_use]
    pub fn certainly_inverted(self) -> bool {
        self.start.earliest > self.end.latest
    }

    /// With what its sources confirm: the first and the last date at which one says that it holds.
    ///
    /// Extends only what is not stated: an end that is missing is not before `last` can have been, a start that is
    /// missing not after `first` can have been. What is pending had not begun by `last`, unless that lies after the
    /// earliest day on which it may begin: then it had.
    #[must_use]
    pub fn attested(mut self, first: Option<Bound>, last: Option<Bound>) -> Self {
        if self.is_pending() {
            let Some(last) = last else { return self };
            match self.not_before() {
                Some(earliest) if last.earliest >= earliest => return self.begun_by(last),
                Some(earliest) if last.latest >= earliest => {}
                _ => self.start.earliest = self.start.earliest.max(last.earliest.next()),
            }
            return self;
        }
        if let (Some(last), true) = (last, self.is_open()) {
            self.end.earliest = self.end.earliest.max(last.earliest);
        }
        if let (Some(first), true) = (first, self.start_edge != Edge::Stated) {
            self.start.latest = self.start.latest.min(first.latest);
        }
        self
    }

    /// What was pending and had begun by `last`.
    fn begun_by(mut self, last: Bound) -> Self {
        self.start_edge = Edge::Stated;
        self.start.latest = last.latest;
        self
    }

    /// As it is meant: a start of which only the earliest day is known, where no end is stated, is pending.
    #[must_use]
    pub(super) fn perhaps_pending(mut self) -> Self {
        let endless = self.start.latest == Day::MAX && self.start.earliest.is_finite();
        if endless && self.single {
            self = self.without_end();
        }
        if endless && self.is_open() {
            self.start_edge = Edge::Pending;
        }
        self
    }

    /// The same, its end not known.
    #[must_use]
    pub const fn without_end(self) -> Self {
        Self { end: Bound::UNBOUNDED, end_edge: Edge::Unknown, single: false, ..self }
    }

    /// With this end, if none is stated; else unchanged.
    #[must_use]
    pub const fn ended_on(mut self, end: Bound) -> Self {
        if self.is_open() {
            self.end = end;
            self.end_edge = Edge::Stated;
        }
        self
    }

    /// Does it hold on that day?
    #[must_use]
    pub fn holds_on(self, day: Day) -> Answer {
        Answer::between(
            self.known_on(day),
            !self.certainly_inverted() && self.fe() <= day && day <= self.ul(),
        )
    }

    /// It is known to hold on that day: for every choice of start and end.
    #[must_use]
    pub fn known_on(self, day: Day) -> bool {
        !self.certainly_inverted() && self.fl() <= day && day <= self.ue()
    }

    /// Nothing but a missing end (or start) makes it doubtful that it holds on that day: it has begun and is not
    /// known to have ended, or is not known to have begun but to have ended only later.
    #[must_use]
    pub fn presumed_on(self, day: Day) -> bool {
        let begun = self.fl() <= day;
        let not_ended = day <= self.ue();
        let unstated = !matches!(self.start_edge, Edge::Stated | Edge::Pending);
        (self.is_open() && begun && !not_ended) || (unstated && not_ended && !begun)
    }

    /// The days on which it is known to hold; `None` if there is no such day.
    #[must_use]
    pub fn known_days(self) -> Option<(Day, Day)> {
        (!self.certainly_inverted() && self.fl() <= self.ue()).then(|| (self.fl(), self.ue()))
    }
}

impl fmt::Display for Period {
    /// As it is read: `2023/2025-01`, `2023/..`, `/1985`, `2019-07-22`, `2020/[2024-07-30..2025-06-30]`, `pending`,
    /// `[2026-11-01..]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_pending() {
            match self.not_before() {
                Some(day) => write!(f, "[{day}..]")?,
                None => f.write_str("pending")?,
            }
            return if self.end_edge == Edge::Open { f.write_str("/..") } else { Ok(()) };
        }
        let date = |f: &mut fmt::Formatter<'_>, bound: Bound| {
            let is_set = matches!(bound.shape(), BoundShape::Other | BoundShape::Years(..))
                && bound.is_finite()
                && bound.shape().masked().is_none();
            if is_set { write!(f, "[{bound}]") } else { write!(f, "{bound}") }
        };
        if self.single {
            return date(f, self.start);
        }
        let side = |f: &mut fmt::Formatter<'_>, bound: Bound, edge| match edge {
            Edge::Stated => date(f, bound),
            Edge::Open => f.write_str(".."),
            Edge::Unknown | Edge::Pending => Ok(()),
        };
        side(f, self.start, self.start_edge)?;
        f.write_str("/")?;
        side(f, self.end, self.end_edge)
    }
}

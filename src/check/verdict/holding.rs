//! Whether a claim holds at the time that a sentence speaks of.
//!
//! *Law.* "On B" is right if it holds on some day of B. "Since F" is right if it began on some day of F and holds today, "until
//! U" if it ended on some day of U, "from F to U" if both; "became … on B" if it began on some day of B. Of "before U",
//! "after F", "between F and U" and "at least since F" no end has to fit: then it is enough that it had begun by F and
//! had not ended before U. A day more or less is not a difference: "until the day on which the next one begins" and
//! "until the last day" say the same. Where dates leave it open, on record or in the sentence, it is perhaps right.

use super::moment::Moment;
use crate::graph::View;
use crate::model::{Assertion, ClaimId};
use crate::time::{Bound, Day, Edge, Period};

/// Whether a claim holds at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// It does.
    Yes,
    /// It may: its dates leave it open.
    Perhaps,
    /// It ended before.
    Ended,
    /// It begins only after.
    NotYet,
    /// It holds or happened, but not then.
    Elsewhen,
}

/// The days of a claim as far as they matter here: from when to when it may hold, and certainly does.
#[derive(Debug, Clone, Copy)]
struct Days {
    first: Day,
    first_certain: Day,
    last_certain: Day,
    last: Day,
}

/// Whether `claim` holds at `moment`.
#[must_use]
pub fn at(view: &View<'_>, claim: ClaimId, moment: Moment) -> Holding {
    at_until(view, claim, view.certain_successor(claim), moment)
}

/// The same, `newer` having taken over where the claim is open.
#[must_use]
pub fn at_until(view: &View<'_>, claim: ClaimId, newer: Option<ClaimId>, moment: Moment) -> Holding {
    during(view, claim, days(view, claim, newer), moment)
}

/// Whether `claim` certainly holds on one of the days from `first` to `last`, `newer` having taken over where it is open.
#[must_use]
pub fn holds_within(view: &View<'_>, claim: ClaimId, newer: Option<ClaimId>, first: Day, last: Day) -> bool {
    !view.is_not_yet(claim) && days(view, claim, newer).within(Bound::new(first, last)) == Holding::Yes
}

/// The days on which `claim` certainly holds, if there are any, `newer` having taken over where it is open.
#[must_use]
pub fn certain_days(view: &View<'_>, claim: ClaimId, newer: Option<ClaimId>) -> Option<(Day, Day)> {
    let days = days(view, claim, newer);
    (!view.is_not_yet(claim) && days.first_certain <= days.last_certain)
        .then_some((days.first_certain, days.last_certain))
}

/// Whether each of these claims, which all say the same as `assertion`, holds at `moment`, each until what has taken over from
/// it. Those that follow each other count as one, which the last of them stands for: an agreement that was extended went on.
#[must_use]
pub fn of_all(
    view: &View<'_>,
    assertion: &Assertion,
    claims: &[ClaimId],
    newer: &dyn Fn(ClaimId) -> Option<ClaimId>,
    moment: Moment,
) -> Vec<(ClaimId, Holding)> {
    let mut stretches: Vec<HeldDays> =
        claims.iter().map(|claim| HeldDays::new(view, assertion, *claim, newer(*claim))).collect();
    stretches.sort_by_key(|stretch| (stretch.days.first, stretch.days.last, stretch.claim));
    let mut joined: Vec<HeldDays> = Vec::with_capacity(stretches.len());
    for next in stretches {
        match joined.last_mut() {
            Some(last)
                if next.days.first <= last.days.last.next()
                    && !view.is_event(next.claim)
                    && !view.period(next.claim).is_pending()
                    && !view.period(last.claim).is_pending() =>
            {
                last.go_on(next);
            }
            _ => joined.push(next),
        }
    }
    joined.into_iter().map(|stretch| (stretch.claim, stretch.during(view, moment))).collect()
}

/// Claims that follow each other without a gap, as one.
#[derive(Debug)]
struct HeldDays {
    /// The last of them.
    claim: ClaimId,
    days: Days,
    /// When each began, if recorded.
    starts: Option<Vec<Bound>>,
    /// When each ended, if recorded.
    ends: Option<Vec<Bound>>,
}

impl HeldDays {
    fn new(view: &View<'_>, assertion: &Assertion, claim: ClaimId, newer: Option<ClaimId>) -> Self {
        let (period, claims) = (view.period(claim), view.claims());
        // Records of a narrower relation, or of a part, need not cover everything that is said.
        let is_same = claims.relation(claim) == Some(assertion.relation)
            && (assertion.subject.is_none() || claims.subject(claim) == assertion.subject)
            && assertion.object.is_none_or(|object| claims.object(claim).entity == Some(object));
        let start = (period.start_edge() == Edge::Stated).then(|| Bound::new(period.fe(), period.fl()));
        let end = match newer.map(|newer| view.period(newer)) {
            _ if !period.is_open() => Some(Bound::new(period.ue(), period.ul())),
            Some(newer) => (newer.start_edge() == Edge::Stated).then(|| newer.start()),
            // Some day after a source last confirmed it.
            None => Some(Bound::new(period.ue(), Day::MAX)),
        };
        let on_record = |bound: Option<Bound>| bound.filter(|_| is_same).map(|bound| vec![bound]);
        Self { claim, days: days(view, claim, newer), starts: on_record(start), ends: on_record(end) }
    }

    /// Extended by what follows without a gap.
    fn go_on(&mut self, next: Self) {
        let both = |one: Option<Vec<Bound>>, two: Option<Vec<Bound>>| {
            one.zip(two).map(|(one, two)| one.into_iter().chain(two).collect())
        };
        self.claim = next.claim;
        self.days = Days {
            last_certain: self.days.last_certain.max(next.days.last_certain),
            last: self.days.last.max(next.days.last),
            ..self.days
        };
        self.starts = both(self.starts.take(), next.starts);
        self.ends = both(self.ends.take(), next.ends);
    }

    fn during(&self, view: &View<'_>, moment: Moment) -> Holding {
        let found = during(view, self.claim, self.days, moment);
        let fits = match moment {
            _ if view.is_event(self.claim) => true,
            Moment::Within { bound, begins: true, .. } => may_be(self.starts.as_ref(), bound),
            Moment::Through { from, until, names_ends: true, .. } => {
                from.is_none_or(|from| may_be(self.starts.as_ref(), from))
                    && until.is_none_or(|until| may_be(self.ends.as_ref(), until))
            }
            _ => true,
        };
        match found {
            Holding::Yes | Holding::Perhaps if !fits => Holding::Elsewhen,
            found => found,
        }
    }
}

/// Whether one of these dates may be the one that is said, a day more or less.
fn may_be(dates: Option<&Vec<Bound>>, said: Bound) -> bool {
    let said = Bound::new(said.earliest.previous(), said.latest.next());
    dates.is_none_or(|dates| dates.iter().any(|date| date.touches(said)))
}

fn during(view: &View<'_>, claim: ClaimId, days: Days, moment: Moment) -> Holding {
    if view.is_not_yet(claim) {
        return days.not_yet(moment);
    }
    let event = view.is_event(claim);
    match moment {
        Moment::On(day) => days.on(day),
        Moment::UpTo(day) if days.first > day => Holding::NotYet,
        Moment::UpTo(_) => Holding::Yes,
        Moment::Within { bound, today, .. } if days.first > today && bound.latest <= today => Holding::NotYet,
        Moment::Through { from: Some(from), today, .. } if days.first > today && from.latest > today => {
            days.to_come(from, today)
        }
        Moment::Through { today, .. } if days.first > today => Holding::NotYet,
        Moment::Within { bound, .. } if event => happened(view.period(claim), bound),
        Moment::Within { bound, .. } => days.within(bound),
        Moment::Through { from, until, today, .. } => days.through(from, until, today, event),
    }
}

/// What happened from one day to another, such as a sale that was agreed on and closed, is said to have happened on any of them.
fn happened(period: Period, said: Bound) -> Holding {
    let (when, end) = (period.start(), period.end());
    let is_within = !period.is_open() && when.earliest <= said.latest && said.earliest <= end.latest;
    if is_within || when.touches(said) { Holding::Yes } else { Holding::Elsewhen }
}

/// An event lasts for ever: what happened has happened. What another claim has taken over from ended when that began.
fn days(view: &View<'_>, claim: ClaimId, newer: Option<ClaimId>) -> Days {
    let period = view.period(claim);
    if view.is_event(claim) {
        return Days {
            first: period.fe(),
            first_certain: period.fl(),
            last_certain: Day::MAX,
            last: Day::MAX,
        };
    }
    let (mut last_certain, mut last) =
        if period.is_open() { (Day::MAX, Day::MAX) } else { (period.ue(), period.ul()) };
    if period.is_open()
        && let Some(newer) = newer
    {
        let start = view.period(newer);
        (last_certain, last) = (start.fe(), start.fl());
    }
    Days { first: period.fe(), first_certain: period.fl(), last_certain, last }
}

impl Days {
    /// Whether a claim presumed not to have begun will begin on a future day is not known, unless that day is too
    /// early.
    fn not_yet(self, moment: Moment) -> Holding {
        let (from, today) = match moment {
            Moment::Within { bound, today, .. } | Moment::Through { from: Some(bound), today, .. } => {
                (bound, today)
            }
            Moment::On(_) | Moment::UpTo(_) | Moment::Through { from: None, .. } => return Holding::NotYet,
        };
        match from.latest {
            last if last <= today => Holding::NotYet,
            last if last < self.first => Holding::Elsewhen,
            _ => Holding::Perhaps,
        }
    }

    fn on(self, day: Day) -> Holding {
        if self.first > day {
            Holding::NotYet
        } else if self.last < day {
            Holding::Ended
        } else if self.first_certain <= day && day <= self.last_certain {
            Holding::Yes
        } else {
            Holding::Perhaps
        }
    }

    fn within(self, bound: Bound) -> Holding {
        if self.first > bound.latest || self.last < bound.earliest {
            Holding::Elsewhen
        } else if self.first_certain <= bound.latest && self.last_certain >= bound.earliest {
            Holding::Yes
        } else {
            Holding::Perhaps
        }
    }

    /// What begins only after today is said to begin on a date that is to come.
    fn to_come(self, from: Bound, today: Day) -> Holding {
        if self.first > from.latest || self.last < from.earliest {
            Holding::Elsewhen
        } else if from.earliest > today {
            Holding::Yes
        } else {
            Holding::Perhaps
        }
    }

    /// "Since" says that it still holds, "until" that it has held.
    fn through(self, from: Option<Bound>, until: Option<Bound>, today: Day, event: bool) -> Holding {
        let late = from.is_some_and(|from| self.first > from.latest.next());
        match until {
            _ if late => Holding::Elsewhen,
            // It is said to have gone on longer than it did, or to have ended before it began.
            Some(until) if self.last.next() < until.earliest || self.first > until.latest => {
                Holding::Elsewhen
            }
            Some(until) if until.earliest > today => self.on(today),
            Some(_) => Holding::Yes,
            None if event => Holding::Yes,
            None => self.on(today),
        }
    }
}

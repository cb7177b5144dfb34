//! Whether a claim holds at the time that a sentence speaks of.

use crate::graph::View;
use crate::model::{Assertion, ClaimId, TimeKind};
use crate::time::{Bound, Day, Period};

/// The time that a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// This day.
    On(Day),
    /// Any time up to this day.
    UpTo(Day),
    /// Some time within, as seen from a day.
    Within(Bound, Day),
    /// From one date to another, as far as they are given, as seen from a day.
    Through(Option<Bound>, Option<Bound>, Day),
}

impl Moment {
    /// The time that `assertion` speaks of, the present being `today`.
    #[must_use]
    pub fn of(assertion: &Assertion, today: Day) -> Self {
        let time = assertion.time;
        match (time.kind, time.from, time.until) {
            (TimeKind::Present, ..) => Self::On(today),
            (TimeKind::Past, ..) => Self::UpTo(today),
            (TimeKind::Explicit, Some(from), Some(_)) if time.within => Self::Within(from, today),
            // "13 billion since 2019" says since when it was given, not since when it was so much.
            (TimeKind::Explicit, Some(_), None) if assertion.value.is_some() => Self::On(today),
            (TimeKind::Explicit, Some(from), Some(until)) if assertion.value.is_some() => {
                Self::Within(from.hull(until), today)
            }
            (TimeKind::Explicit, from, until) => Self::Through(from, until, today),
        }
    }

    /// Whether it lies in the part of `period` that is known, where any source confirms it.
    #[must_use]
    pub fn is_known(self, period: Period) -> bool {
        match self {
            Self::On(day) | Self::Through(_, None, day) => period.known_on(day),
            Self::UpTo(_) => true,
            Self::Within(bound, _) | Self::Through(_, Some(bound), _) => bound.earliest <= period.ue(),
        }
    }

    /// What has ceased is judged on the days after it has: from the date given on, else today.
    #[must_use]
    pub fn after_cessation(self, assertion: &Assertion) -> Self {
        match self {
            Self::UpTo(today) => Self::On(today),
            Self::Through(Some(from), None, today) if assertion.ceased => {
                Self::On(from.latest.next().min(today))
            }
            _ => self,
        }
    }
}

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
    at_until(view, claim, view.successor(claim), moment)
}

/// The same, `newer` having taken over where the claim is open.
#[must_use]
pub fn at_until(view: &View<'_>, claim: ClaimId, newer: Option<ClaimId>, moment: Moment) -> Holding {
    during(view, claim, days(view, claim, newer), moment)
}

/// Whether each of these claims, which all say the same, holds at `moment`, each until what has taken over from it. Over a
/// stretch of time those that follow each other count as one, which the last of them stands for: an agreement that was
/// extended went on.
#[must_use]
pub fn of_all(
    view: &View<'_>,
    claims: &[ClaimId],
    newer: &dyn Fn(ClaimId) -> Option<ClaimId>,
    moment: Moment,
) -> Vec<(ClaimId, Holding)> {
    let mut stretches: Vec<(ClaimId, Days)> =
        claims.iter().map(|claim| (*claim, days(view, *claim, newer(*claim)))).collect();
    stretches.sort_by_key(|(claim, days)| (days.first, days.last, *claim));
    let mut joined: Vec<(ClaimId, Days)> = Vec::with_capacity(stretches.len());
    for (claim, days) in stretches {
        match joined.last_mut() {
            Some((last, known))
                if days.first <= known.last.next()
                    && !view.is_event(claim)
                    && !view.period(claim).is_pending()
                    && !view.period(*last).is_pending() =>
            {
                *known = Days {
                    last_certain: known.last_certain.max(days.last_certain),
                    last: known.last.max(days.last),
                    ..*known
                };
                *last = claim;
            }
            _ => joined.push((claim, days)),
        }
    }
    joined.into_iter().map(|(claim, days)| (claim, during(view, claim, days, moment))).collect()
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
        Moment::Within(bound, today) if days.first > today && bound.latest <= today => Holding::NotYet,
        Moment::Through(Some(from), _, today) if days.first > today && from.latest > today => {
            days.to_come(from, today)
        }
        Moment::Through(_, _, today) if days.first > today => Holding::NotYet,
        Moment::Within(bound, _) if event => happened(view.period(claim).start(), bound),
        Moment::Within(bound, _) => days.within(bound),
        Moment::Through(from, until, today) => days.through(from, until, today, event),
    }
}

fn happened(when: Bound, said: Bound) -> Holding {
    if when.touches(said) { Holding::Yes } else { Holding::Elsewhen }
}

/// An event lasts for good: what happened has happened. What another claim has taken over from ended when that began.
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
    /// Of what is presumed not to have begun: whether it will on a day to come is not known, unless that is too early.
    fn not_yet(self, moment: Moment) -> Holding {
        let (from, today) = match moment {
            Moment::Within(bound, today) | Moment::Through(Some(bound), _, today) => (bound, today),
            Moment::On(_) | Moment::UpTo(_) | Moment::Through(None, ..) => return Holding::NotYet,
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

    /// From a date on it is said to hold still, up to a date it is said to have held.
    fn through(self, from: Option<Bound>, until: Option<Bound>, today: Day, event: bool) -> Holding {
        let late = from.is_some_and(|from| self.first > from.latest);
        match until {
            _ if late => Holding::Elsewhen,
            // It is said to have gone on longer than it did.
            Some(until) if self.last < until.earliest => Holding::Elsewhen,
            Some(until) if until.earliest > today => self.on(today),
            Some(_) => Holding::Yes,
            None if event => Holding::Yes,
            None => self.on(today),
        }
    }
}

//! The time that a sentence speaks of, and on which days of it what it says must certainly be so.

use crate::model::{Assertion, TimeKind};
use crate::time::{Bound, Day, Period};

/// The time that a sentence speaks of, as seen from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// This day.
    On(Day),
    /// Any time up to this day.
    UpTo(Day),
    /// Some time within.
    Within {
        /// The dates.
        bound: Bound,
        /// The day from which it is seen.
        today: Day,
        /// Whether it is said to have begun then.
        begins: bool,
    },
    /// From one date to another, as far as they are given.
    Through {
        /// From then on.
        from: Option<Bound>,
        /// Until then.
        until: Option<Bound>,
        /// The day from which it is seen.
        today: Day,
        /// Whether it is said to have begun and ended then.
        names_ends: bool,
    },
}

/// The days for which something is said at the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidDays {
    /// All days from the first to the last.
    Every(Day, Day),
    /// At least one of these.
    Some(Bound),
    /// No particular day.
    Any,
}

impl Moment {
    /// The time that `assertion` speaks of, the present being `today`.
    #[must_use]
    pub fn of(assertion: &Assertion, today: Day) -> Self {
        let time = assertion.time;
        let is_amount = assertion.value.is_some();
        let names_ends = time.names_ends && !is_amount;
        let within = |bound: Bound| Self::Within { bound, today, begins: names_ends };
        match (time.kind, time.from, time.until) {
            (TimeKind::Present, ..) => Self::On(today),
            (TimeKind::Past, ..) => Self::UpTo(today),
            (TimeKind::Explicit, Some(from), Some(_)) if time.within => within(from),
            (TimeKind::Explicit, None, Some(until)) if time.within => {
                within(Bound::new(Day::MIN, until.latest))
            }
            // "13 billion since 2019" says when it began to be given, not when it reached that sum.
            (TimeKind::Explicit, Some(_), None) if is_amount => Self::On(today),
            (TimeKind::Explicit, Some(from), Some(until)) if is_amount => within(from.hull(until)),
            (TimeKind::Explicit, from, until) => Self::Through { from, until, today, names_ends },
        }
    }

    /// Whether it lies in the part of `period` that is known, where any source confirms it.
    #[must_use]
    pub fn is_known(self, period: Period) -> bool {
        match self {
            Self::On(day) | Self::Through { until: None, today: day, .. } => period.known_on(day),
            Self::UpTo(_) => true,
            Self::Within { bound, .. } | Self::Through { until: Some(bound), .. } => {
                bound.earliest <= period.ue()
            }
        }
    }

    /// Whether it is a day after this one.
    #[must_use]
    pub fn is_to_come(self, today: Day) -> bool {
        matches!(self, Self::On(day) if day > today)
    }

    /// What has ceased is judged on the days after it has: from the date given on, else today.
    #[must_use]
    pub fn after_cessation(self, assertion: &Assertion) -> Self {
        match self {
            Self::UpTo(today) if !assertion.time.ever => Self::On(today),
            Self::Through { from: Some(from), until: None, today, .. } if assertion.ceased => {
                let after = from.latest.next();
                // An end that is still to come is judged on its own day.
                Self::On(if from.earliest > today { after } else { after.min(today) })
            }
            _ => self,
        }
    }

    /// The days on which it must be so for the sentence to be right, however its dates are taken.
    #[must_use]
    pub fn asserted_days(self) -> SaidDays {
        match self {
            Self::On(day) => SaidDays::Every(day, day),
            Self::UpTo(_) => SaidDays::Any,
            Self::Within { bound, .. } => SaidDays::Some(bound),
            Self::Through { from, until, today, .. } => {
                let first = from.map(|from| from.latest.next());
                let last = until.map(|until| until.earliest.previous());
                match (first, last) {
                    (Some(first), Some(last)) if first <= last => SaidDays::Every(first, last),
                    (Some(first), None) => SaidDays::Every(first.min(today), today),
                    _ => days_about(from, until),
                }
            }
        }
    }

    /// The days on which it must not be so for a denial to be right, however its dates are taken.
    #[must_use]
    pub fn denied_days(self) -> SaidDays {
        match self {
            Self::On(day) => SaidDays::Every(day, day),
            Self::UpTo(day) => SaidDays::Every(Day::MIN, day),
            Self::Within { bound, .. } => SaidDays::Every(bound.earliest, bound.latest),
            Self::Through { from: None, until: Some(until), today, .. } => {
                // "Not … until 2020" does not say since when.
                let last = until.latest.previous().min(today);
                SaidDays::Some(Bound::new(until.earliest.previous().min(last), last))
            }
            Self::Through { .. } => match self.asserted_days() {
                SaidDays::Some(_) => SaidDays::Any,
                days => days,
            },
        }
    }
}

/// One of the days from the one date to the other, or up to the only one.
fn days_about(from: Option<Bound>, until: Option<Bound>) -> SaidDays {
    let until = until.map(|until| Bound::new(until.earliest.previous(), until.latest));
    match (from, until) {
        (Some(from), Some(until)) => SaidDays::Some(from.hull(until)),
        (None, Some(until)) => SaidDays::Some(until),
        _ => SaidDays::Any,
    }
}

//! Whether two periods hold together, and whether that is a conflict.
//!
//! Everything is constant-time arithmetic on the four days of each period. What the two claims say, whether they are rivals,
//! and what to say to the reader is not decided here.

use super::answer::Answer;
use super::bound::Bound;
use super::day::Day;
use super::period::{Edge, Period};

/// What counts as holding together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// States hand over: the day on which one ends and the other starts belongs to neither alone, so that sharing only
    /// such a day is not an overlap.
    Strict,
    /// Events: sharing one day is an overlap.
    Closed,
}

/// How serious it is that the periods of two rivals overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Conflict {
    /// They need not overlap, or one hands over to the other.
    None,
    /// For some choice of days they hold together.
    Possible,
    /// For every choice of days they hold together.
    Certain,
}

/// Do the two hold together on some day?
///
/// Certain: fl₁ < ue₂ ∧ fl₂ < ue₁; possible: fe₁ < ul₂ ∧ fe₂ < ul₁; with ≤ for [`Contact::Closed`].
/// An inverted period holds on no day, so the answer is no; nor does one that is pending, as far as is known.
#[must_use]
pub fn overlap(a: Period, b: Period, contact: Contact) -> Answer {
    if is_void(a) || is_void(b) {
        return Answer::No;
    }
    let reaches = |from: Day, to: Day| match contact {
        Contact::Strict => from < to,
        Contact::Closed => from <= to,
    };
    Answer::between(
        reaches(a.fl(), b.ue()) && reaches(b.fl(), a.ue()),
        reaches(a.fe(), b.ul()) && reaches(b.fe(), a.ul()),
    )
}

/// It holds on no day, as far as is known.
fn is_void(period: Period) -> bool {
    period.certainly_inverted() || period.is_pending()
}

/// One is written to end exactly when the other is written to start: "until January 2025", "since January 2025".
#[must_use]
pub fn hands_over(a: Period, b: Period) -> bool {
    let into = |first: Period, second: Period| {
        first.end_edge() == Edge::Stated
            && second.start_edge() == Edge::Stated
            && first.end() == second.start()
    };
    into(a, b) || into(b, a)
}

/// Whether rivals with these periods are in conflict.
///
/// Certain when they certainly overlap. Possible when they possibly do, both starts are stated (or written to be open),
/// and, of two states, neither hands over to the other.
///
/// A claim without an end counts on its first day, on which it is known to hold, and goes on: so two that begin on the
/// same day overlap, and one that begins within a closed one does. What lies after its first day (and its last
/// attestation) is presumed, and says nothing: whoever comes later may simply have taken over. So two open claims never
/// possibly clash.
#[must_use]
pub fn conflict(a: Period, b: Period, contact: Contact) -> Conflict {
    if is_void(a) || is_void(b) {
        return Conflict::None;
    }
    if certainly_clash(a, b, contact) {
        return Conflict::Certain;
    }
    let unknown = a.start_edge() == Edge::Unknown || b.start_edge() == Edge::Unknown;
    // Events happen and do not hand over: two in one year perhaps fall on one day.
    let in_order = contact == Contact::Strict && hands_over(a, b);
    if !unknown && !in_order && perhaps_clash(a, b, contact) { Conflict::Possible } else { Conflict::None }
}

fn certainly_clash(a: Period, b: Period, contact: Contact) -> bool {
    let reaches = |from: Period, to: Period| match contact {
        Contact::Strict if to.is_open() => from.fl() < to.ue().max(to.fe().next()),
        Contact::Strict => from.fl() < to.ue(),
        Contact::Closed => from.fl() <= to.ue(),
    };
    reaches(a, b) && reaches(b, a)
}

fn perhaps_clash(a: Period, b: Period, contact: Contact) -> bool {
    let reaches = |from: Day, to: Day| match contact {
        Contact::Strict => from < to,
        Contact::Closed => from <= to,
    };
    let within = |open: Period, closed: Period| {
        reaches(open.fe(), closed.ul()) && reaches(closed.fe(), closed.ul()) && closed.fe() <= open.fl()
    };
    match (a.is_open(), b.is_open()) {
        (true, true) => false,
        (true, false) => within(a, b),
        (false, true) => within(b, a),
        (false, false) => reaches(a.fe(), b.ul()) && reaches(b.fe(), a.ul()),
    }
}

/// First and last day on which both are known to hold; `None` if there is no such day (though they may
/// certainly overlap, on days that are not known).
#[must_use]
pub fn known_shared_days(a: Period, b: Period) -> Option<(Day, Day)> {
    let ((a_first, a_last), (b_first, b_last)) = (a.known_days()?, b.known_days()?);
    let (first, last) = (a_first.max(b_first), a_last.min(b_last));
    (first <= last).then_some((first, last))
}

/// First and last day on which both may hold; `None` if there is no such day.
#[must_use]
pub fn possible_shared_days(a: Period, b: Period) -> Option<(Day, Day)> {
    if a.certainly_inverted() || b.certainly_inverted() {
        return None;
    }
    let (first, last) = (a.fe().max(b.fe()), a.ul().min(b.ul()));
    (first <= last).then_some((first, last))
}

/// Whether `fine` says the same as `coarse`, more exactly: the same ends are stated, each within the other's, and
/// they are not the same ("1985-06-11" refines "1985").
#[must_use]
pub fn refines(fine: Period, coarse: Period) -> bool {
    let within = |edge: Edge, fine: Bound, coarse: Bound| edge != Edge::Stated || coarse.contains(fine);
    let differs = |edge: Edge, fine: Bound, coarse: Bound| edge == Edge::Stated && coarse != fine;
    fine.start_edge() == coarse.start_edge()
        && fine.end_edge() == coarse.end_edge()
        && within(fine.start_edge(), fine.start(), coarse.start())
        && within(fine.end_edge(), fine.end(), coarse.end())
        && (differs(fine.start_edge(), fine.start(), coarse.start())
            || differs(fine.end_edge(), fine.end(), coarse.end()))
}

//! Open claims that a newer one has taken over from.
//!
//! *Law.* A claim a whose end is not stated is superseded by b as of day d iff b is a rival state, b certainly begins
//! after a (`fe(b) > fl(a)`), they do not clash (so `fl(b) ≥ ue(a)`), and b does not begin after d (`fe(b) ≤ d`); or b
//! says `supersedes: [a]`, which goes before all that only follows from dates. Of several, the one that begins first
//! counts. Where neither certainly begins first and both are open, or b is closed and may hold together with a for more
//! than a hand-over, the dates do not say which took over from which, and that is told.

use std::collections::BTreeMap;

use super::law::LawWords;
use super::rivals;
use super::sweep::{Rivalry, Side};
use crate::graph::{Row, View};
use crate::model::{ClaimId, Finding, Object};
use crate::time::{Conflict, Contact, Day, Edge, Period, conflict, hands_over, overlap};

/// One claim taking over from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    /// The claim that is still open.
    pub older: ClaimId,
    /// The claim that has taken over.
    pub newer: ClaimId,
    /// Whether it is certain which of the two is the older one.
    pub certain: bool,
}

/// How many claims behind an open one are looked at for its successor: rivals stand next to it, unless a hundred parts
/// of one whole do.
const LOOK_AHEAD: usize = 100;

/// Declared supersessions of claims that are still open.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let law = LawWords::new("A claim that another one supersedes holds no longer");
    declared(view).into_iter().map(|taken| rivals::superseded(view, taken, &law)).collect()
}

/// Open claims of which others say that they supersede them; of several, the one that begins first.
#[must_use]
pub fn declared(view: &View<'_>) -> Vec<Succession> {
    let claims = view.claims();
    // Within a circle nobody knows who came last; that there is one is told by itself.
    let cycles = view.graph.supersession.cycles().iter().enumerate();
    let circle: BTreeMap<ClaimId, usize> =
        cycles.flat_map(|(at, cycle)| cycle.iter().map(move |claim| (*claim, at))).collect();
    let circular =
        |one: ClaimId, two: ClaimId| circle.get(&one).is_some_and(|at| circle.get(&two) == Some(at));
    let mut first: BTreeMap<ClaimId, ClaimId> = BTreeMap::new();
    for (older, newer) in view.graph.supersession.superseded() {
        let open = view.period(older).is_open() && view.is_live(older) && view.is_live(newer);
        let begun = view.period(newer).fe() <= view.as_of.day;
        let undated = claims.period(newer).start_edge() != Edge::Stated;
        if open && begun && !undated && !circular(older, newer) && !view.is_event(older) {
            let earlier = first.entry(older).or_insert(newer);
            if beginning(view, newer) < beginning(view, *earlier) {
                *earlier = newer;
            }
        }
    }
    first.into_iter().map(|(older, newer)| Succession { older, newer, certain: true }).collect()
}

/// What puts claims in the order in which they begin.
#[must_use]
pub fn beginning<'a>(view: &View<'a>, claim: ClaimId) -> (Day, Day, &'a str) {
    let period = view.period(claim);
    (period.fe(), period.fl(), view.claims().id(claim))
}

/// The claim that has taken over from this one as of the day of the view: declared, else none.
#[must_use]
pub fn successor(view: &View<'_>, claim: ClaimId) -> Option<ClaimId> {
    let newer = view.graph.supersession.successors(claim).filter(|newer| view.is_live(*newer));
    newer.min_by_key(|newer| (view.period(*newer).fe(), view.claims().id(*newer)))
}

/// Supersessions that follow from the dates in a group of claims.
#[must_use]
pub fn inferred(view: &View<'_>, group: &[Row], rivalry: &Rivalry<'_>) -> Vec<Succession> {
    if !group.iter().any(|row| row.open && !row.event) {
        return Vec::new();
    }
    let mut sorted: Vec<&Row> = group.iter().filter(|row| !row.event).collect();
    // Ids are fetched only where the dates do not decide.
    sorted.sort_by(|one, two| {
        let begins = |row: &Row| (row.period.fe(), row.period.fl());
        let id = |row: &Row| view.claims().id(row.claim);
        begins(one).cmp(&begins(two)).then_with(|| id(one).cmp(id(two)))
    });
    let classes: Vec<(Object, Side)> =
        sorted.iter().map(|row| ((rivalry.class)(row), (rivalry.side)(row))).collect();
    let next = next_different(&classes);
    let mut found = Vec::new();
    for (at, older) in sorted.iter().enumerate() {
        if older.open {
            found.extend(undecided(view, &sorted, at, rivalry));
            found.extend(overtaken(view, &sorted, &next, at, rivalry));
        }
    }
    found
}

/// For each position the next one that differs from it.
fn next_different(classes: &[(Object, Side)]) -> Vec<usize> {
    let mut next = vec![classes.len(); classes.len()];
    for at in (0..classes.len().saturating_sub(1)).rev() {
        next[at] = if classes[at] == classes[at + 1] { next[at + 1] } else { at + 1 };
    }
    next
}

fn overtaken(
    view: &View<'_>,
    sorted: &[&Row],
    next: &[usize],
    at: usize,
    rivalry: &Rivalry<'_>,
) -> Option<Succession> {
    let older = sorted[at].period;
    // Two stretches, so that however many begin within the known part, the first one behind it is found.
    let later = sorted.partition_point(|row| row.period.fe() <= older.fl()).max(at + 1);
    let behind = sorted.partition_point(|row| row.period.fe() < older.ue()).max(later);
    let near = first_rival(view, sorted, next, at, (later, behind), rivalry);
    let newer = near.or_else(|| first_rival(view, sorted, next, at, (behind, sorted.len()), rivalry))?;
    Some(Succession { older: sorted[at].claim, newer, certain: true })
}

/// The first claim of a stretch of `sorted` that takes over from the one at `at`. A rival that has certainly begun while
/// that one is known to hold contradicts it instead.
fn first_rival(
    view: &View<'_>,
    sorted: &[&Row],
    next: &[usize],
    at: usize,
    (mut candidate, end): (usize, usize),
    rivalry: &Rivalry<'_>,
) -> Option<ClaimId> {
    let older = sorted[at];
    for _ in 0..LOOK_AHEAD {
        let newer = sorted[..end].get(candidate)?;
        if newer.period.fe() > view.as_of.day {
            return None;
        }
        if newer.period.fl() >= older.period.ue() && rivalry.excludes(older, newer) {
            return Some(newer.claim);
        }
        let same = (rivalry.class)(older) == (rivalry.class)(newer);
        candidate = if same { next[candidate] } else { candidate + 1 };
    }
    None
}

/// A rival of which the dates do not say whether it begins later. Of two open claims it is told once, at the one that
/// sorts first; a closed one may stand on either side.
fn undecided(view: &View<'_>, sorted: &[&Row], at: usize, rivalry: &Rivalry<'_>) -> Option<Succession> {
    let one = sorted[at];
    let stated = |row: &Row| row.period.start_edge() == Edge::Stated;
    let fits = |two: &&Row| {
        let apart = conflict(one.period, two.period, Contact::Strict) == Conflict::None;
        let begun = two.period.fe() <= view.as_of.day;
        let meets = two.open || may_meet(one.period, two.period);
        let linked = || view.graph.supersession.are_linked(one.claim, two.claim);
        apart && begun && meets && stated(one) && stated(two) && rivalry.excludes(one, two) && !linked()
    };
    let before = &sorted[at.saturating_sub(LOOK_AHEAD)..at];
    let before = before.iter().filter(|two| !two.open && two.period.fl() >= one.period.fe());
    let after = sorted[at + 1..].iter().take(LOOK_AHEAD).take_while(|two| two.period.fe() <= one.period.fl());
    let two = before.chain(after).copied().find(fits)?;
    Some(Succession { older: one.claim, newer: two.claim, certain: false })
}

/// Whether a closed claim may hold together with an open one for more than the day of a hand-over.
fn may_meet(open: Period, closed: Period) -> bool {
    overlap(open, closed, Contact::Strict).is_possible() && !hands_over(open, closed)
}

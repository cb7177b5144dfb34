//! Open claims that a newer one has taken over from.
//!
//! *Law.* A claim a whose end is not stated is superseded by b as of day d iff b is a rival state, b certainly begins
//! after a (`fe(b) > fl(a)`), no earlier than a is known to hold (they do not clash), and not after d (`fe(b) ≤ d`); or b
//! says `supersedes: [a]`. Of several, the one that begins first counts. Where both are open and neither certainly
//! begins first, one of the two must be closed, and the dates do not say which.

use std::collections::BTreeMap;

use super::rivals;
use super::sweep::Rivalry;
use crate::graph::{Row, View};
use crate::model::{ClaimId, Finding, Object};
use crate::time::{Conflict, Contact, Edge, conflict};

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
    let claims = view.claims();
    // Within a circle nobody knows who came last; that there is one is told by itself.
    let cycles = view.graph.supersession.cycles().iter().enumerate();
    let circle: BTreeMap<ClaimId, usize> =
        cycles.flat_map(|(at, cycle)| cycle.iter().map(move |claim| (*claim, at))).collect();
    let circular = |one: ClaimId, two: ClaimId| circle.get(&one).is_some_and(|at| circle.get(&two) == Some(at));
    let mut seen = None;
    let mut found = Vec::new();
    for (older, newer) in view.graph.supersession.superseded() {
        let open = claims.period(older).is_open() && view.is_live(older) && view.is_live(newer);
        let begun = view.period(newer).fe() <= view.as_of.day;
        let undated = claims.period(newer).start_edge() != Edge::Stated;
        if open && begun && !undated && !circular(older, newer) && seen != Some(older) && !view.is_event(older) {
            seen = Some(older);
            let law = "A claim that another one supersedes holds no longer";
            found.push(rivals::superseded(view, Succession { older, newer, certain: true }, law));
        }
    }
    found
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
    sorted.sort_by_key(|row| (row.period.fe(), row.period.fl(), view.claims().id(row.claim)));
    let classes: Vec<(Object, bool)> =
        sorted.iter().map(|row| ((rivalry.class)(row), rivalry.facing.marks(row))).collect();
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
fn next_different(classes: &[(Object, bool)]) -> Vec<usize> {
    let mut next = vec![classes.len(); classes.len()];
    for at in (0..classes.len().saturating_sub(1)).rev() {
        next[at] = if classes[at] == classes[at + 1] { next[at + 1] } else { at + 1 };
    }
    next
}

fn are_rivals(one: &Row, two: &Row, rivalry: &Rivalry<'_>) -> bool {
    let facing = rivalry.facing.allows(rivalry.facing.marks(one), rivalry.facing.marks(two));
    facing && (rivalry.class)(one) != (rivalry.class)(two) && (rivalry.rivals)(one, two)
}

fn overtaken(
    view: &View<'_>,
    sorted: &[&Row],
    next: &[usize],
    at: usize,
    rivalry: &Rivalry<'_>,
) -> Option<Succession> {
    let older = sorted[at];
    // A rival that begins while the claim is known to hold contradicts it; the first one behind that takes over.
    let after = older.period.fl().max(older.period.ue().previous());
    let mut candidate = sorted.partition_point(|row| row.period.fe() <= after).max(at + 1);
    for _ in 0..LOOK_AHEAD {
        let newer = *sorted.get(candidate)?;
        if newer.period.fe() > view.as_of.day {
            return None;
        }
        if are_rivals(older, newer, rivalry) {
            return Some(Succession { older: older.claim, newer: newer.claim, certain: true });
        }
        let same = (rivalry.class)(older) == (rivalry.class)(newer);
        candidate = if same { next[candidate] } else { candidate + 1 };
    }
    None
}

/// Another open rival of which the dates do not say whether it begins later: told once, at the one that sorts first.
fn undecided(view: &View<'_>, sorted: &[&Row], at: usize, rivalry: &Rivalry<'_>) -> Option<Succession> {
    let one = sorted[at];
    let near = sorted[at + 1..].iter().take(LOOK_AHEAD).take_while(|two| two.period.fe() <= one.period.fl());
    let stated = |row: &Row| row.period.start_edge() == Edge::Stated;
    let two = near.copied().find(|two| {
        let apart = conflict(one.period, two.period, Contact::Strict) == Conflict::None;
        let begun = two.period.fe() <= view.as_of.day;
        two.open && apart && begun && stated(one) && stated(two) && are_rivals(one, two, rivalry)
    })?;
    let linked = view.graph.supersession.are_linked(one.claim, two.claim);
    (!linked).then_some(Succession { older: one.claim, newer: two.claim, certain: false })
}

//! What has been taken over in a group of claims that share what a law is about, without comparing all pairs.
//!
//! Where neither of two open rivals certainly begins first, the dates do not say which took over from which: that is
//! undecided. An open claim and a closed one that may have held when it began clash, perhaps or certainly, instead.

use super::{Rivalry, Side, Succession};
use crate::graph::{View, ViewRow};
use crate::model::{ClaimId, Object, Takeover};
use crate::time::{Conflict, Contact, Edge, conflict};

/// How many claims after an open one are looked at for its successor: rivals are next to it, unless a hundred parts
/// of one whole do.
const LOOK_AHEAD: usize = 100;

/// The open claims of a group from which a rival has taken over, or may have, by the dates.
#[must_use]
pub fn taken_over(view: &View<'_>, group: &[ViewRow], rivalry: &Rivalry<'_>) -> Vec<Succession> {
    if !group.iter().any(|row| row.open && !row.event) {
        return Vec::new();
    }
    let mut sorted: Vec<&ViewRow> = group.iter().filter(|row| !row.event).collect();
    // What claims say is fetched only where the dates do not decide.
    sorted.sort_by(|one, two| {
        let begins = |row: &ViewRow| (row.period.fe(), row.period.fl());
        begins(one).cmp(&begins(two)).then_with(|| view.by_content(one.claim, two.claim))
    });
    let classes: Vec<(Object, Side)> =
        sorted.iter().map(|row| ((rivalry.class)(row), (rivalry.side)(row))).collect();
    let group = StateGroup { view, next: next_different(&classes), sorted, rivalry };
    let mut found = Vec::new();
    for (at, row) in group.sorted.iter().enumerate().filter(|(_, row)| row.open) {
        let taken = |newer, certain| Succession { older: row.claim, newer, how: Takeover::Follows, certain };
        found.extend(group.undecided(at).map(|newer| taken(newer, false)));
        found.extend(group.overtaken(at).map(|newer| taken(newer, true)));
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

struct StateGroup<'a> {
    view: &'a View<'a>,
    /// Its states, in the order in which they begin.
    sorted: Vec<&'a ViewRow>,
    /// For each the next that differs in class or side.
    next: Vec<usize>,
    rivalry: &'a Rivalry<'a>,
}

impl StateGroup<'_> {
    /// The first rival that certainly has taken over from the claim at `at`.
    fn overtaken(&self, at: usize) -> Option<ClaimId> {
        let older = self.sorted[at].period;
        // Two stretches, so that however many begin within the known part, the first one after it is found.
        let later = self.sorted.partition_point(|row| row.period.fe() <= older.fl()).max(at + 1);
        let behind = self.sorted.partition_point(|row| row.period.fe() < older.ue()).max(later);
        self.first_rival(at, later, behind).or_else(|| self.first_rival(at, behind, self.sorted.len()))
    }

    /// The same within a stretch. A rival that has certainly begun while the older one is known to hold contradicts it
    /// instead.
    fn first_rival(&self, at: usize, mut candidate: usize, end: usize) -> Option<ClaimId> {
        let older = self.sorted[at];
        for _ in 0..LOOK_AHEAD {
            let newer = self.sorted[..end].get(candidate)?;
            if newer.period.fe() > self.view.as_of.day {
                return None;
            }
            if self.view.follows(older.period, newer) && self.rivalry.excludes(older, newer) {
                return Some(newer.claim);
            }
            let same = (self.rivalry.class)(older) == (self.rivalry.class)(newer);
            candidate = if same { self.next[candidate] } else { candidate + 1 };
        }
        None
    }

    /// An open rival of which the dates do not say whether it begins later. It is reported once, at the one that sorts
    /// first.
    fn undecided(&self, at: usize) -> Option<ClaimId> {
        let one = self.sorted[at];
        let stated = |row: &ViewRow| row.period.start_edge() == Edge::Stated;
        let fits = |two: &&ViewRow| {
            let apart = conflict(one.period, two.period, Contact::Strict) == Conflict::None;
            let settled = || self.view.are_settled(one.claim, two.claim);
            apart && two.open && stated(two) && self.rivalry.excludes(one, two) && !settled()
        };
        let last = one.period.fl().min(self.view.as_of.day);
        let after = self.sorted[at + 1..].iter().take(LOOK_AHEAD);
        let mut after = after.take_while(|two| two.period.fe() <= last).copied();
        if stated(one) { after.find(fits).map(|two| two.claim) } else { None }
    }
}

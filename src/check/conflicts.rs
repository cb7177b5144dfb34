//! All that certainly cannot be true together, pair by pair: what a repair of the base has to settle.
//!
//! The same laws as for findings, asked of a view that wants pairs. Decides nothing about which claim is right.

use rayon::prelude::*;

use super::found::{Breaches, Disorder, Excess, Found};
use super::{denial, parts, repeated};
use crate::graph::{Succession, View};
use crate::model::{ClaimId, Kind, LawFact};
use crate::time::{Conflict, Edge};

/// Two claims of which one at least is wrong, or goes on too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExcludingPair {
    /// The one that began first.
    pub older: ClaimId,
    /// The other.
    pub newer: ClaimId,
    /// Whether it is settled if the older one ended when the newer one began: its end is not stated.
    pub can_close: bool,
}

/// What excludes each other in a view.
#[derive(Debug, Clone, Default)]
pub struct Conflicts {
    /// Pairs that certainly exclude each other, each once, with the law.
    pub pairs: Vec<(ExcludingPair, Option<LawFact>)>,
    /// Claims of which only so many can hold at a time, with the law.
    pub excesses: Vec<(Excess, Option<LawFact>)>,
    /// Claims of which more pairs exclude each other than are listed.
    pub clusters: Vec<Vec<ClaimId>>,
    /// Pairs that perhaps exclude each other, with the law.
    pub possible: Vec<(ExcludingPair, Option<LawFact>)>,
    /// Open claims from which another has certainly taken over.
    pub taken_over: Vec<Succession>,
}

/// All conflicts of a view that wants pairs.
#[must_use]
pub fn conflicts(view: &View<'_>) -> Conflicts {
    let compares =
        |kind: &Kind| matches!(kind, Kind::SingleValue { .. } | Kind::Incompatible(_) | Kind::Order(_));
    let rules = view.graph.base.rules.par_iter().filter(|rule| compares(&rule.kind));
    let mut all: Vec<Breaches> = rules.flat_map(|rule| parts(view, rule)).collect();
    all.extend(denial::check(view));
    all.push(super::superseded(view));
    let mut conflicts = Conflicts::default();
    for Breaches { law, found, .. } in &mut all {
        let excluding = found.extract_if(.., |found| !matches!(found, Found::TakenOver(_)));
        excluding.for_each(|found| conflicts.add(view, found, law.as_ref()));
    }
    repeated::drop_repeated(view, &mut all.iter_mut().collect::<Vec<_>>());
    for found in all.into_iter().flat_map(|part| part.found) {
        conflicts.add(view, found, None);
    }
    // A claim of a symmetric relation may meet itself.
    conflicts.pairs.retain(|(pair, _)| pair.older != pair.newer);
    conflicts.sort();
    conflicts
}

impl Conflicts {
    /// Takes those that are only possible as if they were certain.
    pub fn count_possible(&mut self) {
        self.pairs.append(&mut self.possible);
        self.sort();
    }

    /// Puts the pairs in order, each once: one that one law settles by closing and another does not is not settled by closing.
    fn sort(&mut self) {
        self.pairs.sort_by_key(|(pair, _)| *pair);
        self.pairs.dedup_by_key(|(pair, _)| (pair.older, pair.newer));
    }

    fn add(&mut self, view: &View<'_>, found: Found, law: Option<&LawFact>) {
        match found {
            Found::Clash(one, two, conflict) => {
                let (older, newer) = in_order(view, one, two);
                let can_close = can_close(view, older, newer);
                let pairs = if conflict == Conflict::Certain { &mut self.pairs } else { &mut self.possible };
                pairs.push((ExcludingPair { older, newer, can_close }, law.cloned()));
            }
            Found::NeverBoth(one, two)
            | Found::DeniedForEver(one, two)
            | Found::OutOfOrder(Disorder { first: one, second: two, .. }) => {
                let (older, newer) = in_order(view, one, two);
                self.pairs.push((ExcludingPair { older, newer, can_close: false }, law.cloned()));
            }
            Found::TooMany(excess) => self.excesses.push((excess, law.cloned())),
            Found::Cluster(claims, _) => self.clusters.push(claims),
            Found::TakenOver(taken) if taken.certain => self.taken_over.push(taken),
            Found::TakenOver(_) | Found::Stale(..) | Found::Expired(_) => {}
        }
    }
}

fn in_order(view: &View<'_>, one: ClaimId, two: ClaimId) -> (ClaimId, ClaimId) {
    if view.by_begun(one, two).is_gt() { (two, one) } else { (one, two) }
}

/// Whether the older one may have ended on the day on which the newer one began: it has no end that is stated, both are states,
/// and it certainly began before.
fn can_close(view: &View<'_>, older: ClaimId, newer: ClaimId) -> bool {
    let claims = view.claims();
    let (written, next) = (claims.period(older), claims.period(newer));
    !view.is_event(older)
        && !view.is_event(newer)
        && written.start_edge() == Edge::Stated
        && written.end_edge() != Edge::Stated
        && next.start_edge() == Edge::Stated
        && !next.is_pending()
        && written.fl() < next.fe()
}

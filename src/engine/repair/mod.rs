//! The claim base against itself: the least that must change so that no certain contradiction is left.
//!
//! *Law.* Of each pair of claims that certainly exclude each other one is dropped, or the older one is closed on the date on which
//! the newer one began, where its own end is not stated; of claims of which only n may hold at a time all but n are dropped. Of all
//! such repairs one of least cost is given, where cost is compared level by level in the order of preference (`weight`).
//! What all repairs of least cost do alike is settled; the rest is undetermined. Possible contradictions are listed only, unless they are
//! to be repaired too.
//!
//! The search is `crate::repair`; which claims exclude each other is for `check` to say. Nothing is written here.

mod agreement;
mod explain;
mod system;
mod weight;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::check::{self, Conflicts, ExcludingPair};
use crate::graph::{AsOf, Graph, Succession, View};
use crate::load::Loaded;
use crate::model::{
    Allow, Base, ClaimId, Code, Kind, LawFact, LinkKind, Preference, RepairAction, RepairStep,
    RepairedCluster, Repairs,
};
use crate::repair::{Effort, repair};
use crate::time::Bound;

use system::RepairSystem;
use weight::Weights;

/// What `reconcile` does, in words and in logic.
pub const RECONCILE_PAGE: &str = include_str!("reconcile.md");

/// How a base is repaired.
#[derive(Debug, Clone)]
pub struct RepairOptions {
    /// The days of the view.
    pub as_of: AsOf,
    /// What makes a claim better than another, what counts more first; what is not named does not count, but `Fewest`
    /// always does.
    pub order: Vec<Preference>,
    /// Whether claims may be closed; else they are only dropped.
    pub closes: bool,
    /// Whether possible contradictions are repaired too.
    pub possible: bool,
    /// How much work a cluster is worth.
    pub effort: Effort,
}

/// A pair with the law that it breaks.
type Pair = (ExcludingPair, Option<LawFact>);

/// The repair of a base.
#[must_use]
pub fn repairs(loaded: &Loaded, options: &RepairOptions) -> Repairs {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let view = View::new(&graph, options.as_of).with_pairs();
    let (mut conflicts, accepted) = conflicts(&view, options);
    // What comes next builds views of its own.
    let view = view.looked_at();
    let mut order = options.order.clone();
    if !order.contains(&Preference::Fewest) {
        order.push(Preference::Fewest);
    }
    let estimate =
        order.contains(&Preference::Agreement).then(|| agreement::estimate(&view, &conflicts.pairs));
    let (estimate, votes) = estimate.unzip();
    let weights = Weights::new(&view, &order, votes.unwrap_or_default());
    let clusters = settle(&view, &weights, &mut conflicts, options);
    let clusters = clusters.into_iter().filter(|cluster| cluster.claims.len() > 1).collect();
    let Conflicts { clusters: too_large, possible, taken_over, .. } = conflicts;
    let possible = possible.iter().map(|(pair, _)| (pair.older, pair.newer)).collect();
    let mut repairs =
        Repairs { clusters, closings: Vec::new(), too_large, possible, accepted, order, estimate };
    if options.closes {
        repairs.closings = closings(&view, taken_over, &repairs, options);
    }
    repairs
}

/// Repairs until what is left has no conflict that was not known.
fn settle(
    view: &View<'_>,
    weights: &Weights<'_, '_>,
    conflicts: &mut Conflicts,
    options: &RepairOptions,
) -> Vec<RepairedCluster> {
    loop {
        let system = RepairSystem::new(view, &conflicts.pairs, &conflicts.excesses, weights);
        let parts = repair(&system.problem, options.effort);
        let dropped = system.dropped(&parts);
        let cluster = |part| explain::cluster(view, &system, part, weights, &dropped);
        let clusters: Vec<RepairedCluster> = parts.iter().map(cluster).collect();
        let ended: Vec<(ClaimId, Bound)> =
            clusters.iter().flat_map(RepairedCluster::actions).filter_map(RepairAction::end).collect();
        let left = left_over(view.graph, options, &dropped, &ended);
        if !add_new(conflicts, left, &ended) {
            return clusters;
        }
    }
}

/// Adds conflicts that were not known; whether there are any. Where closing a claim brings it into conflict with a third, it
/// is not closed.
fn add_new(conflicts: &mut Conflicts, mut left: Conflicts, ended: &[(ClaimId, Bound)]) -> bool {
    let known: BTreeSet<(ClaimId, ClaimId)> =
        conflicts.pairs.iter().map(|(pair, _)| (pair.older, pair.newer)).collect();
    left.pairs.retain(|(pair, _)| !known.contains(&(pair.older, pair.newer)));
    left.excesses
        .retain(|(excess, _)| !conflicts.excesses.iter().any(|(known, _)| known.claims == excess.claims));
    if left.pairs.is_empty() && left.excesses.is_empty() {
        return false;
    }
    let is_ended = |claim: ClaimId| ended.iter().any(|(ended, _)| *ended == claim);
    let (by_closing, revived): (Vec<Pair>, Vec<Pair>) =
        left.pairs.into_iter().partition(|(pair, _)| is_ended(pair.older) || is_ended(pair.newer));
    let kept_open: BTreeSet<ClaimId> =
        by_closing.iter().flat_map(|(pair, _)| [pair.older, pair.newer]).collect();
    conflicts.pairs.extend(revived);
    conflicts.pairs.sort_by_key(|(pair, _)| *pair);
    conflicts.pairs.iter_mut().for_each(|(pair, _)| pair.can_close &= !kept_open.contains(&pair.older));
    conflicts.excesses.append(&mut left.excesses);
    true
}

/// The closings of claims from which others have taken over, or will have once what is settled is done: where the one that took
/// over is dropped, the next one. An end says that a claim held until then, which may be more than is known of it: where that
/// would contradict a third claim, it is left open.
fn closings(
    view: &View<'_>,
    mut taken_over: Vec<Succession>,
    repairs: &Repairs,
    options: &RepairOptions,
) -> Vec<RepairAction> {
    let is_drop = |action: &&RepairAction| action.step == RepairStep::Drop;
    let mut dropped: Vec<ClaimId> = repairs.settled().filter(is_drop).map(|action| action.claim).collect();
    dropped.sort_unstable();
    let left = |ended: &[(ClaimId, Bound)]| {
        let after = View::new(view.graph, options.as_of).with_pairs().after(&dropped, ended);
        conflicts(&after, options).0
    };
    if !dropped.is_empty() {
        let ended: Vec<(ClaimId, Bound)> = repairs.settled().filter_map(RepairAction::end).collect();
        taken_over = left(&ended).taken_over;
    }
    let mut found = explain::closings(view, &taken_over, repairs);
    if found.is_empty() {
        return found;
    }
    let ends = found.iter().chain(repairs.settled());
    let ended: Vec<(ClaimId, Bound)> = ends.filter_map(RepairAction::end).collect();
    let pairs = left(&ended).pairs;
    let excluded: BTreeSet<ClaimId> = pairs.iter().flat_map(|(pair, _)| [pair.older, pair.newer]).collect();
    found.retain(|action| !excluded.contains(&action.claim));
    found
}

/// What a repair leaves: dropping some claims of an excess may leave another one, dropping a claim that corrects others brings
/// those back, and a claim that is closed may exclude what it did not while nothing was known of its end.
fn left_over(
    graph: &Graph<'_>,
    options: &RepairOptions,
    dropped: &[ClaimId],
    ended: &[(ClaimId, Bound)],
) -> Conflicts {
    let corrects = |claim: &ClaimId| {
        graph.supersession.links_from(*claim).iter().any(|(kind, _)| *kind == LinkKind::Corrects)
    };
    let limits =
        graph.base.rules.iter().any(|rule| matches!(rule.kind, Kind::SingleValue { at_most: 2.., .. }));
    if dropped.is_empty() && ended.is_empty() || !limits && ended.is_empty() && !dropped.iter().any(corrects)
    {
        return Conflicts::default();
    }
    conflicts(&View::new(graph, options.as_of).with_pairs().after(dropped, ended), options).0
}

/// What is to be repaired, and how many contradictions claims accept.
fn conflicts(view: &View<'_>, options: &RepairOptions) -> (Conflicts, usize) {
    let mut found = check::conflicts(view);
    if options.possible {
        found.count_possible();
    }
    let accepted = leave_out_accepted(&mut found, view.graph.base, options);
    found.pairs.iter_mut().for_each(|(pair, _)| pair.can_close &= options.closes);
    (found, accepted)
}

/// Leaves out what `allow: [(code: "contradiction", …)]` accepts in one of the claims, and counts it.
fn leave_out_accepted(conflicts: &mut Conflicts, base: &Base, options: &RepairOptions) -> usize {
    let codes: &[Code] = match options.possible {
        true => &[Code::Contradiction, Code::Order, Code::PossibleContradiction],
        false => &[Code::Contradiction, Code::Order],
    };
    let day = options.as_of.day;
    let in_force = |allow: &&Allow| {
        codes.iter().any(|code| code.as_str() == allow.code.as_str())
            && allow.until.is_none_or(|until| until.latest >= day)
    };
    let accepting: BTreeSet<ClaimId> = base
        .claims
        .detailed()
        .filter(|(_, detail)| detail.allows.iter().any(|allow| in_force(&allow)))
        .map(|(claim, _)| claim)
        .collect();
    let accepts = |claim: &ClaimId| accepting.contains(claim);
    let found = conflicts.pairs.len() + conflicts.excesses.len();
    conflicts.pairs.retain(|(pair, _)| !accepts(&pair.older) && !accepts(&pair.newer));
    conflicts.excesses.retain(|(excess, _)| !excess.claims.iter().any(accepts));
    found - conflicts.pairs.len() - conflicts.excesses.len()
}

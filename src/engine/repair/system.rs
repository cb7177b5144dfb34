//! Contradictions as a problem of nodes, costs and limits.
//!
//! A claim is one node: given up, it is dropped. A claim that can be closed is three: `dropped`, `changed` (closed or dropped) and
//! `unchanged`, with the pairs unchanged–dropped and unchanged–changed, so that dropping implies changing; what `unchanged`
//! costs is more than `changed`, so that no best choice has both, and is taken from the result. That keeps all limits pairs (the
//! reduction of minimum-weight 2-SAT to vertex cover).

use std::collections::BTreeMap;

use super::Pair;
use super::weight::{Weights, first_closings};
use crate::check::Excess;
use crate::graph::View;
use crate::model::{ClaimId, LawFact};
use crate::repair::{Component, Cost, Fate, KeepLimit, Problem};

/// The nodes of a claim.
#[derive(Debug, Clone, Copy)]
pub struct Nodes {
    /// Given up if it is dropped.
    pub dropped: usize,
    /// Given up if it is closed or dropped, where it can be closed.
    pub changed: Option<usize>,
}

/// What becomes of a claim in all repairs of least cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimFate {
    Kept,
    Closed,
    Dropped,
    Undetermined,
    Undecided,
}

/// The problem, and which claims its nodes are.
#[derive(Debug)]
pub struct RepairSystem<'p> {
    /// What is to be solved.
    pub problem: Problem,
    /// The pairs, which it is made from.
    pub pairs: &'p [Pair],
    /// The excesses.
    excesses: Vec<(Excess, Option<LawFact>)>,
    /// Where those are that name a claim first.
    excesses_by_first: BTreeMap<ClaimId, Vec<usize>>,
    /// Each claim's nodes.
    pub nodes: BTreeMap<ClaimId, Nodes>,
    /// The claim of each node.
    pub claims: Vec<ClaimId>,
    /// What the third node of a claim that can be closed costs at least, which is no cost.
    idle: BTreeMap<ClaimId, Cost>,
}

impl<'p> RepairSystem<'p> {
    pub fn new(
        view: &View<'_>,
        pairs: &'p [Pair],
        excesses: &[(Excess, Option<LawFact>)],
        weights: &Weights<'_, '_>,
    ) -> Self {
        let closings = first_closings(pairs, view);
        let in_pairs = pairs.iter().flat_map(|(pair, _)| [pair.older, pair.newer]);
        let in_excesses = excesses.iter().flat_map(|(excess, _)| excess.claims.iter().copied());
        let mut named: Vec<ClaimId> = in_pairs.chain(in_excesses).collect();
        named.sort_unstable();
        named.dedup();
        let mut system = Self {
            problem: Problem::default(),
            pairs,
            excesses: excesses.to_vec(),
            excesses_by_first: BTreeMap::new(),
            nodes: BTreeMap::new(),
            claims: Vec::new(),
            idle: BTreeMap::new(),
        };
        for claim in named {
            // What another claim corrects goes first, should it come back.
            let drop = if view.is_live(claim) { weights.dropping(claim) } else { Cost::LEAST };
            let close =
                closings.get(&claim).map(|next| weights.closing(claim, *next)).filter(|close| *close < drop);
            system.add(claim, drop, close);
        }
        for (pair, _) in pairs {
            let (older, newer) = (system.nodes[&pair.older], system.nodes[&pair.newer]);
            let older = older.changed.filter(|_| pair.can_close).unwrap_or(older.dropped);
            system.problem.limits.push(KeepLimit::pair(older, newer.dropped));
        }
        for (at, (excess, _)) in excesses.iter().enumerate() {
            system.excesses_by_first.entry(excess.claims[0]).or_default().push(at);
            let mut nodes: Vec<usize> =
                excess.claims.iter().map(|claim| system.nodes[claim].dropped).collect();
            nodes.sort_unstable();
            system.problem.limits.push(KeepLimit { nodes, at_most: excess.at_most });
        }
        system
    }

    fn add(&mut self, claim: ClaimId, drop: Cost, close: Option<Cost>) {
        let Some(close) = close else {
            let dropped = self.node(claim, drop);
            self.nodes.insert(claim, Nodes { dropped, changed: None });
            return;
        };
        let idle = close + Cost::LEAST;
        let (dropped, changed) = (self.node(claim, drop + Cost::LEAST), self.node(claim, close));
        let unchanged = self.node(claim, idle);
        self.problem
            .limits
            .extend([KeepLimit::pair(dropped, unchanged), KeepLimit::pair(changed, unchanged)]);
        self.nodes.insert(claim, Nodes { dropped, changed: Some(changed) });
        self.idle.insert(claim, idle);
    }

    fn node(&mut self, claim: ClaimId, cost: Cost) -> usize {
        self.problem.costs.push(cost);
        self.claims.push(claim);
        self.claims.len() - 1
    }

    /// The claims that the repair drops.
    pub fn dropped(&self, parts: &[Component]) -> Vec<ClaimId> {
        let lost = parts.iter().flat_map(|part| part.lost.iter());
        let dropped = lost.filter(|node| self.nodes[&self.claims[**node]].dropped == **node);
        let mut dropped: Vec<ClaimId> = dropped.map(|node| self.claims[*node]).collect();
        dropped.sort_unstable();
        dropped
    }

    /// The claims of a component, in order.
    pub fn members(&self, part: &Component) -> Vec<ClaimId> {
        let mut members: Vec<ClaimId> = part.nodes.iter().map(|node| self.claims[*node]).collect();
        members.dedup();
        members
    }

    /// The pairs of these claims: those of one component are all between its members.
    pub fn pairs_of(&self, members: &[ClaimId]) -> Vec<&'p Pair> {
        let mut found = Vec::new();
        for claim in members {
            let from = self.pairs.partition_point(|(pair, _)| pair.older < *claim);
            found.extend(self.pairs[from..].iter().take_while(|(pair, _)| pair.older == *claim));
        }
        found
    }

    /// The excesses of these claims, in their order.
    pub fn excesses_of(&self, members: &[ClaimId]) -> Vec<&(Excess, Option<LawFact>)> {
        let mut places: Vec<usize> =
            members.iter().filter_map(|claim| self.excesses_by_first.get(claim)).flatten().copied().collect();
        places.sort_unstable();
        places.into_iter().map(|at| &self.excesses[at]).collect()
    }

    /// What the nodes of these claims cost whatever is chosen.
    pub fn idle(&self, claims: &[ClaimId]) -> Cost {
        claims.iter().filter_map(|claim| self.idle.get(claim)).copied().sum()
    }

    /// What becomes of a claim in all repairs of least cost.
    pub fn fate(&self, claim: ClaimId, part: &Component) -> ClaimFate {
        let of = |node: usize| part.nodes.binary_search(&node).map_or(Fate::Open, |at| part.fates[at]);
        let Nodes { dropped, changed } = self.nodes[&claim];
        match (of(dropped), changed.map(of)) {
            (Fate::Lost, _) => ClaimFate::Dropped,
            (Fate::Kept, None | Some(Fate::Kept)) => ClaimFate::Kept,
            (Fate::Kept, Some(Fate::Lost)) => ClaimFate::Closed,
            (Fate::Open, _) | (_, Some(Fate::Open)) => ClaimFate::Undecided,
            _ => ClaimFate::Undetermined,
        }
    }

    /// What the repair that was found does with a claim.
    pub fn chosen(&self, claim: ClaimId, part: &Component) -> ClaimFate {
        let is_lost = |node: usize| part.lost.binary_search(&node).is_ok();
        let Nodes { dropped, changed } = self.nodes[&claim];
        match (is_lost(dropped), changed.is_some_and(is_lost)) {
            (true, _) => ClaimFate::Dropped,
            (false, true) => ClaimFate::Closed,
            (false, false) => ClaimFate::Kept,
        }
    }
}

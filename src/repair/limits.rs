//! The cheapest nodes to give up where limits are more than pairs: branching on a broken limit.
//!
//! *Law.* Of each limit's nodes at most `at_most` are kept; `cost` is what the others cost; no choice costs less than `least`; the
//! two are equal unless the search ended early.
//!
//! *Branching.* Of a limit that is not kept yet, some node must go: the first, or the first stays and the second goes, and so on; so
//! no choice is looked at twice. *Bound.* Limits that share no undecided node add up.

use super::branch::Exhausted;
use super::{Cost, KeepLimit};

/// Costs and limits of one component.
#[derive(Debug, Clone)]
pub struct LimitSystem {
    /// What each node costs.
    pub costs: Vec<Cost>,
    limits: Vec<KeepLimit>,
}

/// A choice and what is known of it.
#[derive(Debug, Clone)]
pub struct CheapestChoice {
    /// Who is given up.
    pub lost: Vec<bool>,
    /// What that costs.
    pub cost: Cost,
    /// No choice costs less.
    pub least: Cost,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LimitState {
    Undecided,
    Kept,
    Lost,
}

struct LimitSearch<'a> {
    system: &'a LimitSystem,
    states: Vec<LimitState>,
    left: usize,
    best: Option<(Cost, Vec<bool>)>,
    /// Only what costs less than this is looked for.
    below: Cost,
    /// What no choice that was not looked at costs less than.
    open: Option<Cost>,
}

impl LimitSystem {
    /// Of limits that are sorted, for the same result whatever their order was.
    pub fn new(costs: Vec<Cost>, limits: Vec<KeepLimit>) -> Self {
        Self { costs, limits }
    }

    /// The cheapest choice, or the best that was found within so many search nodes.
    pub fn cheapest(&self, effort: usize) -> CheapestChoice {
        let (lost, cost) = self.greedy();
        let mut search = self.search(cost, effort);
        search.descend(Cost::ZERO);
        let (cost, lost) = search.best.take().unwrap_or((cost, lost));
        CheapestChoice { lost, cost, least: search.open.map_or(cost, |open| open.min(cost)) }
    }

    /// A choice that costs no more than `most`, where `node` is kept or given up, if there is one; an error if that was
    /// not decided within the effort, from which what it took is taken.
    pub fn with(
        &self,
        node: usize,
        kept: bool,
        most: Cost,
        effort: &mut usize,
    ) -> Result<Option<Vec<bool>>, Exhausted> {
        let mut search = self.search(most + Cost::LEAST, *effort);
        let spent = if kept { Cost::ZERO } else { self.costs[node] };
        search.states[node] = if kept { LimitState::Kept } else { LimitState::Lost };
        search.descend(spent);
        *effort = search.left;
        match (search.best, search.open) {
            (Some((_, lost)), _) => Ok(Some(lost)),
            (None, Some(_)) => Err(Exhausted),
            (None, None) => Ok(None),
        }
    }

    fn search(&self, below: Cost, left: usize) -> LimitSearch<'_> {
        let states = vec![LimitState::Undecided; self.costs.len()];
        LimitSearch { system: self, states, left, best: None, below, open: None }
    }

    /// Gives up the cheapest nodes of each broken limit in turn.
    fn greedy(&self) -> (Vec<bool>, Cost) {
        let mut lost = vec![false; self.costs.len()];
        for limit in &self.limits {
            let mut kept: Vec<usize> = limit.nodes.iter().copied().filter(|node| !lost[*node]).collect();
            kept.sort_by_key(|node| (self.costs[*node], *node));
            let excess = kept.len().saturating_sub(limit.at_most);
            kept.into_iter().take(excess).for_each(|node| lost[node] = true);
        }
        let cost = self.costs.iter().zip(&lost).filter(|(_, lost)| **lost).map(|(cost, _)| *cost).sum();
        (lost, cost)
    }
}

impl LimitSearch<'_> {
    fn descend(&mut self, spent: Cost) {
        let Some(more) = self.bound() else { return };
        if spent + more >= self.below {
            return;
        }
        let Some((nodes, excess)) = self.broken() else {
            let lost: Vec<bool> = self.states.iter().map(|state| *state == LimitState::Lost).collect();
            self.below = spent;
            self.best = Some((spent, lost));
            return;
        };
        if self.left == 0 {
            let least = spent + more;
            self.open = Some(self.open.map_or(least, |open| open.min(least)));
            return;
        }
        self.left -= 1;
        // If all but so few were kept, too few would be left to go.
        let choices = nodes.len() - excess + 1;
        for (at, node) in nodes.iter().enumerate().take(choices) {
            self.states[*node] = LimitState::Lost;
            self.descend(spent + self.system.costs[*node]);
            self.states[*node] = LimitState::Kept;
            if at + 1 == choices {
                break;
            }
        }
        nodes.iter().take(choices).for_each(|node| self.states[*node] = LimitState::Undecided);
    }

    /// The undecided nodes of a limit, the cheapest first, and how many of them must go; none if too few are undecided.
    fn demand(&self, limit: &KeepLimit) -> Option<(Vec<usize>, usize)> {
        let of =
            |wanted: LimitState| limit.nodes.iter().copied().filter(move |node| self.states[*node] == wanted);
        let undecided = of(LimitState::Undecided).count();
        let excess = (of(LimitState::Kept).count() + undecided).saturating_sub(limit.at_most);
        if excess > undecided {
            return None;
        }
        let mut nodes: Vec<usize> = of(LimitState::Undecided).collect();
        nodes.sort_by_key(|node| (self.system.costs[*node], *node));
        Some((nodes, excess))
    }

    /// The broken limit that leaves the least choice.
    fn broken(&self) -> Option<(Vec<usize>, usize)> {
        let demands = self.system.limits.iter().filter_map(|limit| self.demand(limit));
        demands.filter(|(_, excess)| *excess > 0).min_by_key(|(nodes, excess)| nodes.len() - excess)
    }

    /// What must be spent yet at least; none where a limit can no longer be kept.
    fn bound(&self) -> Option<Cost> {
        let mut used = vec![false; self.states.len()];
        let mut bound = Cost::ZERO;
        for limit in &self.system.limits {
            let (nodes, excess) = self.demand(limit)?;
            if excess > 0 && !nodes.iter().any(|node| used[*node]) {
                bound += nodes[..excess].iter().map(|node| self.system.costs[*node]).sum();
                nodes.into_iter().for_each(|node| used[node] = true);
            }
        }
        Some(bound)
    }
}

//! Minimum repairs: what must be given up, at least cost, so that no limit is broken any more.
//!
//! Knows nodes, costs and limits, not claims: what a node stands for is decided above. A limit says how many of its nodes may be
//! kept together; a pair of which one must go is a limit of two nodes and one. With pairs alone that is minimum-weight vertex
//! cover, solved by its complement, the heaviest independent set, in exact integers:
//!
//! - components apart;
//! - reductions that lose no optimum (`reduce`): isolated and heavy nodes, simplicial nodes with a fold, domination;
//! - branching on the node of highest degree with a bound from a cover by cliques (`branch`).
//!
//! Components with other limits are solved by branching on a broken limit with a bound from disjoint limits (`limits`).
//! The work is bounded by a number of search nodes, never by a clock, so that an answer is the same on every machine; beyond it the
//! best repair that was found comes with the proven least cost. `settled` says what is the same in all optima, and counts them.
//!
//! Sources: simplicial folds and domination: Lamm et al., Exactly Solving the Maximum Weight Independent Set Problem on Large
//! Real-World Graphs (ALENEX 2019). Cost levels that are compared one after the other: Bienvenu, Bourgaux and Goasdoué, Querying
//! Inconsistent Description Logic Knowledge Bases under Preferred Repair Semantics (AAAI 2014).

mod branch;
mod cost;
mod graph;
mod limits;
mod reduce;
mod settled;

#[cfg(test)]
mod tests;

pub use cost::{Cost, LEVELS};

use graph::ExclusionGraph;

/// A set of nodes of which no more than this many may be kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeepLimit {
    /// The nodes, each once, in order.
    pub nodes: Vec<usize>,
    /// How many of them may be kept.
    pub at_most: usize,
}

impl KeepLimit {
    /// Of these two, one must go.
    #[must_use]
    pub fn pair(one: usize, two: usize) -> Self {
        Self { nodes: vec![one.min(two), one.max(two)], at_most: 1 }
    }
}

/// What is to be repaired.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// What it costs to give up each node; more than nothing.
    pub costs: Vec<Cost>,
    /// What must hold.
    pub limits: Vec<KeepLimit>,
}

/// How much work a component is worth, in search nodes; where a large component is looked at often, its size counts too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// For its least cost.
    pub search: usize,
    /// For what is the same in all its optima, and for their number.
    pub settle: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { search: 100_000, settle: 100_000 }
    }
}

/// What becomes of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Kept in all repairs of least cost.
    Kept,
    /// Given up in all of them.
    Lost,
    /// Kept in some and given up in others.
    Either,
    /// Not decided within the effort.
    Open,
}

/// The repair of one component: nodes that limits join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Its nodes, in order.
    pub nodes: Vec<usize>,
    /// Those that one repair of the cost found gives up, in order.
    pub lost: Vec<usize>,
    /// What that costs.
    pub cost: Cost,
    /// No repair costs less. Equal to `cost` where the repair is proven to be one of least cost.
    pub least: Cost,
    /// What becomes of each node, in the order of `nodes`.
    pub fates: Vec<Fate>,
    /// How many repairs of least cost there are, where that was counted.
    pub optima: Option<u128>,
}

impl Component {
    /// Whether no cheaper repair exists.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.cost == self.least
    }
}

/// Solves each component, in the order of its first node. Nodes that no limit can break are in none.
#[must_use]
pub fn repair(problem: &Problem, effort: Effort) -> Vec<Component> {
    use rayon::prelude::*;
    let components = graph::components(problem);
    components.into_par_iter().map(|part| solve(part, effort)).collect()
}

fn solve(part: graph::Part, effort: Effort) -> Component {
    let graph::Part { nodes, costs, limits } = part;
    let global = |lost: &[bool]| {
        let lost = nodes.iter().zip(lost).filter(|(_, lost)| **lost);
        lost.map(|(node, _)| *node).collect::<Vec<usize>>()
    };
    if limits.iter().all(|limit| limit.at_most == 1) {
        let graph = ExclusionGraph::new(costs, &limits);
        let answer = branch::heaviest(&graph, effort.search);
        let lost: Vec<bool> = answer.kept.iter().map(|kept| !kept).collect();
        let total = graph.total();
        let (cost, least) = (total - answer.weight, total - answer.upper);
        let (fates, optima) = settled::of_pairs(&graph, &answer, effort.settle);
        return Component { lost: global(&lost), cost, least, fates, optima, nodes };
    }
    let system = limits::LimitSystem::new(costs, limits);
    let answer = system.cheapest(effort.search);
    let (fates, optima) = settled::of_limits(&system, &answer, effort.settle);
    let (cost, least) = (answer.cost, answer.least);
    Component { lost: global(&answer.lost), cost, least, fates, optima, nodes }
}

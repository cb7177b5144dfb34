//! Reductions: what of a graph can be decided without losing every heaviest independent set.
//!
//! *Rules*, applied until none fits, where w is the weight and N the neighbours that are left:
//! 1. w(v) ≤ 0: v is given up.
//! 2. w(v) ≥ the sum of w over N(v): v is kept, its neighbours are given up.
//! 3. N(v) is a clique: neighbours of no greater weight are given up; w(v) is taken from the others, v leaves, and is kept in
//!    the end iff none of them is.
//! 4. u and v are neighbours, N\[v\] within N\[u\] and w(u) ≤ w(v): u is given up.
//!
//! No rule adds an edge, so the graph is only ever looked at through who is still in it.

use super::Cost;
use super::graph::ExclusionGraph;

/// Neighbourhoods larger than this are not compared: the rules that do cost their square.
const MOST_COMPARED: usize = 200;

/// What is left of a graph, and how its answer becomes one for the whole.
#[derive(Debug)]
pub struct Reduced {
    /// What is left.
    pub kernel: ExclusionGraph,
    /// The weight that is certain already.
    pub offset: Cost,
    nodes: Vec<usize>,
    kept: Vec<bool>,
    /// Nodes that are kept iff none of these is, the last one first.
    folds: Vec<(usize, Vec<usize>)>,
}

impl Reduced {
    /// The answer for the whole graph.
    pub fn expand(&self, kernel: &[bool]) -> Vec<bool> {
        let mut kept = self.kept.clone();
        for (node, is_kept) in self.nodes.iter().zip(kernel) {
            kept[*node] = *is_kept;
        }
        for (node, others) in self.folds.iter().rev() {
            kept[*node] = !others.iter().any(|other| kept[*other]);
        }
        kept
    }
}

struct Reduction<'a> {
    graph: &'a ExclusionGraph,
    weights: Vec<Cost>,
    is_left: Vec<bool>,
    degree: Vec<usize>,
    queue: Vec<usize>,
    is_queued: Vec<bool>,
    kept: Vec<bool>,
    folds: Vec<(usize, Vec<usize>)>,
    offset: Cost,
}

/// Applies the rules until none fits.
pub fn reduce(graph: &ExclusionGraph) -> Reduced {
    let count = graph.len();
    let mut state = Reduction {
        graph,
        weights: graph.weights.clone(),
        is_left: vec![true; count],
        degree: graph.near.iter().map(Vec::len).collect(),
        queue: (0..count).rev().collect(),
        is_queued: vec![true; count],
        kept: vec![false; count],
        folds: Vec::new(),
        offset: Cost::ZERO,
    };
    while let Some(node) = state.queue.pop() {
        state.is_queued[node] = false;
        if state.is_left[node] {
            state.look_at(node);
        }
    }
    let Reduction { weights, is_left, kept, folds, offset, .. } = state;
    let nodes: Vec<usize> = (0..count).filter(|node| is_left[*node]).collect();
    let mut kernel = graph.part(&nodes);
    kernel.weights = nodes.iter().map(|node| weights[*node]).collect();
    Reduced { kernel, offset, nodes, kept, folds }
}

impl Reduction<'_> {
    fn look_at(&mut self, node: usize) {
        let weight = self.weights[node];
        if weight <= Cost::ZERO {
            return self.remove(node);
        }
        let near: Vec<usize> = self.left_near(node).collect();
        let around: Cost = near.iter().map(|other| self.weights[*other]).sum();
        if weight >= around {
            self.kept[node] = true;
            self.offset += weight;
            self.remove(node);
            return near.into_iter().for_each(|other| self.remove(other));
        }
        if near.len() > MOST_COMPARED {
            return;
        }
        if self.is_clique(&near) {
            return self.fold(node, &near);
        }
        if let Some(dominating) = near.iter().copied().find(|other| self.dominates(*other, node, &near)) {
            self.remove(dominating);
            self.enqueue(node);
        }
    }

    fn left_near(&self, node: usize) -> impl Iterator<Item = usize> {
        self.graph.near[node].iter().copied().filter(|other| self.is_left[*other])
    }

    fn is_clique(&self, nodes: &[usize]) -> bool {
        let joined = |(at, one): (usize, &usize)| {
            self.degree[*one] >= nodes.len()
                && nodes[at + 1..].iter().all(|two| self.graph.are_near(*one, *two))
        };
        nodes.iter().enumerate().all(joined)
    }

    /// Whether all neighbours of `node`, and it, are neighbours of `other`, which is no heavier.
    fn dominates(&self, other: usize, node: usize, near: &[usize]) -> bool {
        self.degree[other] >= near.len()
            && self.weights[other] <= self.weights[node]
            && near.iter().all(|third| *third == other || self.graph.are_near(other, *third))
    }

    fn fold(&mut self, node: usize, near: &[usize]) {
        let weight = self.weights[node];
        let (lighter, heavier): (Vec<usize>, Vec<usize>) =
            near.iter().partition(|other| self.weights[**other] <= weight);
        lighter.into_iter().for_each(|other| self.remove(other));
        self.offset += weight;
        self.remove(node);
        for other in &heavier {
            self.weights[*other] -= weight;
            self.enqueue(*other);
        }
        self.folds.push((node, heavier));
    }

    fn remove(&mut self, node: usize) {
        if !std::mem::replace(&mut self.is_left[node], false) {
            return;
        }
        let near: Vec<usize> = self.left_near(node).collect();
        for other in near {
            self.degree[other] -= 1;
            self.enqueue(other);
        }
    }

    fn enqueue(&mut self, node: usize) {
        if self.is_left[node] && !std::mem::replace(&mut self.is_queued[node], true) {
            self.queue.push(node);
        }
    }
}

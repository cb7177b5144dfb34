//! Pairs that exclude each other as a graph, and the components of a problem.
//!
//! The graph itself never changes; what is left of it during a search is a new, smaller one.

use super::{Cost, KeepLimit, Problem};

/// Nodes with weights, and which exclude each other.
#[derive(Debug, Clone, Default)]
pub struct ExclusionGraph {
    /// What each node weighs.
    pub weights: Vec<Cost>,
    /// The neighbours of each, in order.
    pub near: Vec<Vec<usize>>,
}

impl ExclusionGraph {
    /// The graph in which any two of a limit exclude each other.
    pub fn new(weights: Vec<Cost>, limits: &[KeepLimit]) -> Self {
        let mut near = vec![Vec::new(); weights.len()];
        for limit in limits {
            for (at, one) in limit.nodes.iter().enumerate() {
                for two in &limit.nodes[at + 1..] {
                    near[*one].push(*two);
                    near[*two].push(*one);
                }
            }
        }
        for row in &mut near {
            row.sort_unstable();
            row.dedup();
        }
        Self { weights, near }
    }

    pub fn len(&self) -> usize {
        self.weights.len()
    }

    pub fn total(&self) -> Cost {
        self.weights.iter().copied().sum()
    }

    pub fn are_near(&self, one: usize, two: usize) -> bool {
        self.near[one].binary_search(&two).is_ok()
    }

    /// The part that these nodes make, which are in order.
    pub fn part(&self, nodes: &[usize]) -> Self {
        let mut number = vec![usize::MAX; self.len()];
        for (at, node) in nodes.iter().enumerate() {
            number[*node] = at;
        }
        let near = |node: &usize| {
            let left = self.near[*node].iter().map(|other| number[*other]);
            left.filter(|other| *other != usize::MAX).collect()
        };
        Self {
            weights: nodes.iter().map(|node| self.weights[*node]).collect(),
            near: nodes.iter().map(near).collect(),
        }
    }

    /// The nodes of each component, in order.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.len()];
        let mut found = Vec::new();
        for start in 0..self.len() {
            if seen[start] {
                continue;
            }
            seen[start] = true;
            let mut nodes = vec![start];
            let mut at = 0;
            while let Some(node) = nodes.get(at).copied() {
                for other in &self.near[node] {
                    if !std::mem::replace(&mut seen[*other], true) {
                        nodes.push(*other);
                    }
                }
                at += 1;
            }
            nodes.sort_unstable();
            found.push(nodes);
        }
        found
    }
}

/// One component of a problem, its nodes numbered anew.
#[derive(Debug, Clone)]
pub struct Part {
    /// What its nodes are called in the problem.
    pub nodes: Vec<usize>,
    /// Their costs.
    pub costs: Vec<Cost>,
    /// Its limits, in the new numbers.
    pub limits: Vec<KeepLimit>,
}

/// The components of a problem, by their first node.
pub fn components(problem: &Problem) -> Vec<Part> {
    let mut first: Vec<usize> = (0..problem.costs.len()).collect();
    fn root(first: &mut [usize], mut node: usize) -> usize {
        while first[node] != node {
            first[node] = first[first[node]];
            node = first[node];
        }
        node
    }
    let breakable = || problem.limits.iter().filter(|limit| limit.nodes.len() > limit.at_most);
    let mut is_limited = vec![false; problem.costs.len()];
    for limit in breakable() {
        for node in &limit.nodes {
            is_limited[*node] = true;
            let (one, two) = (root(&mut first, limit.nodes[0]), root(&mut first, *node));
            first[one.max(two)] = one.min(two);
        }
    }
    let mut number = vec![(0, 0); problem.costs.len()];
    let mut part_of_root = vec![usize::MAX; problem.costs.len()];
    let mut parts: Vec<Part> = Vec::new();
    for node in (0..problem.costs.len()).filter(|node| is_limited[*node]) {
        let root = root(&mut first, node);
        if part_of_root[root] == usize::MAX {
            part_of_root[root] = parts.len();
            parts.push(Part { nodes: Vec::new(), costs: Vec::new(), limits: Vec::new() });
        }
        let part = &mut parts[part_of_root[root]];
        number[node] = (part_of_root[root], part.nodes.len());
        part.nodes.push(node);
        part.costs.push(problem.costs[node]);
    }
    for limit in breakable() {
        let (part, _) = number[limit.nodes[0]];
        let nodes = limit.nodes.iter().map(|node| number[*node].1).collect();
        parts[part].limits.push(KeepLimit { nodes, at_most: limit.at_most });
    }
    for part in &mut parts {
        part.limits.sort_unstable();
        part.limits.dedup();
    }
    parts
}

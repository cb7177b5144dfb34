//! The heaviest set of nodes of which no two are neighbours: reductions, components, branching with a bound.
//!
//! *Law.* `kept` is independent and weighs `weight`; no independent set weighs more than `upper`; the two are equal unless the
//! search ended early.
//!
//! *Bound.* Nodes are put into cliques one after the other, the heaviest first; an independent set has at most one of each, so the
//! sum of the heaviest is at least what it weighs.

use super::Cost;
use super::graph::ExclusionGraph;
use super::reduce::reduce;

/// A set and what is known of it.
#[derive(Debug, Clone)]
pub struct HeaviestSet {
    /// Who is kept.
    pub kept: Vec<bool>,
    /// What they weigh.
    pub weight: Cost,
    /// No set weighs more.
    pub upper: Cost,
    /// How many search nodes that took.
    pub effort: usize,
}

/// The heaviest independent set, or the best that was found within so many search nodes.
pub fn heaviest(graph: &ExclusionGraph, effort: usize) -> HeaviestSet {
    let mut search = Search { left: effort };
    let (best, upper) = search.whole(graph, Cost::MIN);
    let (weight, kept) = best.unwrap_or_else(|| greedy(graph));
    HeaviestSet { kept, weight, upper: upper.max(weight), effort: effort - search.left }
}

/// An independent set that weighs at least so much, if there is one; an error if that was not decided within the effort, from
/// which what it took is taken.
pub fn at_least(
    graph: &ExclusionGraph,
    wanted: Cost,
    effort: &mut usize,
) -> Result<Option<Vec<bool>>, Exhausted> {
    if *effort == 0 {
        return Err(Exhausted);
    }
    let mut search = Search { left: *effort };
    let (best, upper) = search.whole(graph, wanted);
    *effort = search.left.saturating_sub(work(graph));
    match best {
        Some((_, kept)) => Ok(Some(kept)),
        None if upper >= wanted => Err(Exhausted),
        None => Ok(None),
    }
}

/// What asking once costs, beside search nodes: looking at the whole graph is work too.
pub fn work(graph: &ExclusionGraph) -> usize {
    1 + graph.len() / 50
}

/// The search ended before the answer was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exhausted;

type Best = Option<(Cost, Vec<bool>)>;

struct Search {
    left: usize,
}

impl Search {
    /// The heaviest set that weighs at least `wanted`, if there is one, and what no set exceeds. Where there is none,
    /// the second is less than `wanted`, unless the effort is spent.
    fn whole(&mut self, graph: &ExclusionGraph, wanted: Cost) -> (Best, Cost) {
        let reduced = reduce(graph);
        let offset = reduced.offset;
        let kernel = &reduced.kernel;
        let parts: Vec<(Vec<usize>, ExclusionGraph)> =
            kernel.components().into_iter().map(|nodes| (nodes.clone(), kernel.part(&nodes))).collect();
        let mut bounds: Vec<Cost> = parts.iter().map(|(_, part)| clique_bound(part)).collect();
        let mut kept = vec![false; kernel.len()];
        let mut weight = offset;
        let mut is_found = true;
        for (at, (nodes, part)) in parts.iter().enumerate() {
            let others: Cost =
                bounds.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| *one).sum();
            let (best, upper) = self.component(part, wanted - offset - others, bounds[at]);
            bounds[at] = upper;
            match best {
                Some((own, set)) => {
                    weight += own;
                    nodes.iter().zip(set).for_each(|(node, is_kept)| kept[*node] = is_kept);
                }
                None => {
                    is_found = false;
                    if self.left > 0 {
                        break;
                    }
                }
            }
        }
        let upper = offset + bounds.into_iter().sum();
        let best = (is_found && weight >= wanted).then(|| (weight, reduced.expand(&kept)));
        (best, upper)
    }

    /// The same for a component that no rule reduces, of which no set exceeds `bound`.
    fn component(&mut self, graph: &ExclusionGraph, wanted: Cost, bound: Cost) -> (Best, Cost) {
        if bound < wanted {
            return (None, bound);
        }
        let (weight, kept) = greedy(graph);
        let mut best = (weight >= wanted).then_some((weight, kept));
        if weight >= bound {
            return (best, weight);
        }
        if self.left == 0 {
            return (best, bound);
        }
        self.left -= 1;
        let Some(node) = (0..graph.len()).max_by_key(|node| (graph.near[*node].len(), graph.weights[*node]))
        else {
            return (best, bound);
        };
        let own = graph.weights[node];
        // One more than the best that is known, or what is wanted.
        let next =
            |best: &Best| best.as_ref().map_or(wanted, |(weight, _)| (*weight + Cost::LEAST).max(wanted));
        let rest: Vec<usize> = (0..graph.len()).filter(|other| *other != node).collect();
        let (without, upper_without) = self.whole(&graph.part(&rest), next(&best));
        take(&mut best, without.map(|(weight, set)| (weight, widen(graph.len(), &rest, &set, None))));
        let apart: Vec<usize> = rest.into_iter().filter(|other| !graph.are_near(node, *other)).collect();
        let (with, upper_with) = self.whole(&graph.part(&apart), next(&best) - own);
        take(
            &mut best,
            with.map(|(weight, set)| (weight + own, widen(graph.len(), &apart, &set, Some(node)))),
        );
        let found = best.as_ref().map_or(Cost::MIN, |(weight, _)| *weight);
        (best, upper_without.max(upper_with + own).max(found).min(bound))
    }
}

fn take(best: &mut Best, found: Best) {
    let weighs = |best: &Best| best.as_ref().map(|(weight, _)| *weight);
    if weighs(&found) > weighs(best) {
        *best = found;
    }
}

fn widen(count: usize, nodes: &[usize], kept: &[bool], also: Option<usize>) -> Vec<bool> {
    let mut whole = vec![false; count];
    nodes.iter().zip(kept).for_each(|(node, is_kept)| whole[*node] = *is_kept);
    also.into_iter().for_each(|node| whole[node] = true);
    whole
}

/// Node by node, the heaviest first, those that nobody who is kept excludes.
fn greedy(graph: &ExclusionGraph) -> (Cost, Vec<bool>) {
    let mut order: Vec<usize> = (0..graph.len()).collect();
    order.sort_by_key(|node| (std::cmp::Reverse(graph.weights[*node]), graph.near[*node].len(), *node));
    let mut kept = vec![false; graph.len()];
    let mut weight = Cost::ZERO;
    for node in order {
        let is_free = !graph.near[node].iter().any(|other| kept[*other]);
        if is_free && graph.weights[node] > Cost::ZERO {
            kept[node] = true;
            weight += graph.weights[node];
        }
    }
    (weight, kept)
}

fn clique_bound(graph: &ExclusionGraph) -> Cost {
    let mut order: Vec<usize> = (0..graph.len()).collect();
    order.sort_by_key(|node| (std::cmp::Reverse(graph.weights[*node]), *node));
    let mut clique_of = vec![usize::MAX; graph.len()];
    let mut sizes: Vec<usize> = Vec::new();
    let mut bound = Cost::ZERO;
    let mut met: Vec<usize> = Vec::new();
    for node in order {
        // A clique takes the node if all its members are neighbours of it.
        met.clear();
        met.extend(
            graph.near[node].iter().map(|other| clique_of[*other]).filter(|clique| *clique != usize::MAX),
        );
        met.sort_unstable();
        let fits =
            met.chunk_by(|one, two| one == two).find(|run| run.len() == sizes[run[0]]).map(|run| run[0]);
        match fits {
            Some(clique) => {
                clique_of[node] = clique;
                sizes[clique] += 1;
            }
            None => {
                clique_of[node] = sizes.len();
                sizes.push(1);
                bound += graph.weights[node].max(Cost::ZERO);
            }
        }
    }
    bound
}

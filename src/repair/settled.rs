//! What is the same in all optima, and how many optima there are.
//!
//! *Law.* A node is settled iff no repair of least cost treats it otherwise. For each node that is not known to differ, a repair of
//! the same cost is looked for in which it does; every one that is found shows all nodes in which it differs.

use super::branch::{self, Exhausted, at_least};
use super::graph::ExclusionGraph;
use super::limits::{self, LimitSystem};
use super::{Cost, Fate};

/// Components of more nodes than this are not counted.
const MOST_COUNTED: usize = 200;

/// For pairs alone.
pub fn of_pairs(
    graph: &ExclusionGraph,
    answer: &branch::HeaviestSet,
    effort: usize,
) -> (Vec<Fate>, Option<u128>) {
    if answer.weight != answer.upper {
        return (vec![Fate::Open; graph.len()], None);
    }
    let mut left = effort;
    let fates = fates(&answer.kept, |node, kept| {
        let (rest, wanted): (Vec<usize>, Cost) = if kept {
            let apart = |other: &usize| *other != node && !graph.are_near(node, *other);
            ((0..graph.len()).filter(apart).collect(), answer.weight - graph.weights[node])
        } else {
            ((0..graph.len()).filter(|other| *other != node).collect(), answer.weight)
        };
        let found = at_least(&graph.part(&rest), wanted, &mut left)?;
        Ok(found.map(|set| {
            let mut whole = vec![false; graph.len()];
            rest.iter().zip(set).for_each(|(other, is_kept)| whole[*other] = is_kept);
            whole[node] = kept;
            whole
        }))
    });
    let optima = if !fates.contains(&Fate::Either) && !fates.contains(&Fate::Open) {
        Some(1)
    } else if graph.len() <= MOST_COUNTED {
        count(graph, answer.weight, &mut left).ok()
    } else {
        None
    };
    (fates, optima)
}

/// For limits of any size. These are not counted, unless there is one.
pub fn of_limits(
    system: &LimitSystem,
    answer: &limits::CheapestChoice,
    effort: usize,
) -> (Vec<Fate>, Option<u128>) {
    if answer.cost != answer.least {
        return (vec![Fate::Open; system.costs.len()], None);
    }
    let mut left = effort;
    let kept: Vec<bool> = answer.lost.iter().map(|lost| !lost).collect();
    let fates = fates(&kept, |node, kept| {
        let found = system.with(node, kept, answer.cost, &mut left)?;
        Ok(found.map(|lost| lost.iter().map(|lost| !lost).collect()))
    });
    let is_one = fates.iter().all(|fate| matches!(fate, Fate::Kept | Fate::Lost));
    (fates, is_one.then_some(1))
}

/// Asks for each node whose fate is not known whether an optimum turns it.
fn fates(
    kept: &[bool],
    mut turned: impl FnMut(usize, bool) -> Result<Option<Vec<bool>>, Exhausted>,
) -> Vec<Fate> {
    let mut fates = vec![Fate::Open; kept.len()];
    for node in 0..kept.len() {
        if fates[node] != Fate::Open {
            continue;
        }
        match turned(node, !kept[node]) {
            Ok(None) => fates[node] = if kept[node] { Fate::Kept } else { Fate::Lost },
            Ok(Some(other)) => {
                let differs = (0..kept.len()).filter(|node| other[*node] != kept[*node]);
                differs.for_each(|node| fates[node] = Fate::Either);
            }
            Err(Exhausted) => break,
        }
    }
    fates
}

/// How many independent sets weigh `heaviest`, which none exceeds.
fn count(graph: &ExclusionGraph, heaviest: Cost, left: &mut usize) -> Result<u128, Exhausted> {
    let components = graph.components();
    if components.len() > 1 {
        let mut product: u128 = 1;
        for nodes in components {
            let part = graph.part(&nodes);
            let weight = weight(&part, left)?;
            product = product.saturating_mul(count(&part, weight, left)?);
        }
        return Ok(product);
    }
    let Some(node) = (0..graph.len()).max_by_key(|node| graph.near[*node].len()) else { return Ok(1) };
    let rest: Vec<usize> = (0..graph.len()).filter(|other| *other != node).collect();
    let apart: Vec<usize> = rest.iter().copied().filter(|other| !graph.are_near(node, *other)).collect();
    let mut sum: u128 = 0;
    for (nodes, own) in [(rest, Cost::ZERO), (apart, graph.weights[node])] {
        let part = graph.part(&nodes);
        if weight(&part, left)? + own == heaviest {
            sum = sum.saturating_add(count(&part, heaviest - own, left)?);
        }
    }
    Ok(sum)
}

fn weight(graph: &ExclusionGraph, left: &mut usize) -> Result<Cost, Exhausted> {
    if *left == 0 {
        return Err(Exhausted);
    }
    let answer = branch::heaviest(graph, *left);
    *left = left.saturating_sub(answer.effort + branch::work(graph));
    if answer.weight == answer.upper { Ok(answer.weight) } else { Err(Exhausted) }
}

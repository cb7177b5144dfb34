//! The repairs against an oracle that tries all subsets.

use proptest::prelude::*;

use super::{Cost, Effort, Fate, KeepLimit, LEVELS, Problem, repair};

fn cost(levels: &[i64]) -> Cost {
    let mut all = [0; LEVELS];
    all[LEVELS - levels.len()..].copy_from_slice(levels);
    Cost(all)
}

/// The least cost, each node's fate and the number of optima, by trying all subsets.
fn oracle(problem: &Problem) -> (Cost, Vec<Fate>, u128) {
    let count = problem.costs.len();
    let mut best: Option<Cost> = None;
    let mut optima: Vec<u32> = Vec::new();
    for lost in 0u32..1 << count {
        let keeps = |limit: &KeepLimit| {
            limit.nodes.iter().filter(|node| lost >> **node & 1 == 0).count() <= limit.at_most
        };
        if !problem.limits.iter().all(keeps) {
            continue;
        }
        let cost: Cost =
            (0..count).filter(|node| lost >> node & 1 == 1).map(|node| problem.costs[node]).sum();
        if best.is_none_or(|best| cost < best) {
            best = Some(cost);
            optima.clear();
        }
        if best == Some(cost) {
            optima.push(lost);
        }
    }
    let fate = |node: usize| match optima.iter().filter(|lost| **lost >> node & 1 == 1).count() {
        0 => Fate::Kept,
        all if all == optima.len() => Fate::Lost,
        _ => Fate::Either,
    };
    (best.unwrap_or(Cost::ZERO), (0..count).map(fate).collect(), optima.len() as u128)
}

fn problems(sizes: std::ops::Range<usize>, kinds: u32) -> impl Strategy<Value = Problem> {
    sizes.prop_flat_map(move |count| {
        let costs = prop::collection::vec((0i64..3, 1i64..4), count..=count);
        let limits =
            prop::collection::vec((prop::collection::btree_set(0..count, 2..5), 0u32..kinds), 0..2 * count);
        (costs, limits).prop_map(|(costs, limits)| Problem {
            costs: costs.into_iter().map(|(one, two)| cost(&[one, two])).collect(),
            limits: limits
                .into_iter()
                .map(|(nodes, kind)| {
                    let nodes: Vec<usize> = nodes.into_iter().collect();
                    match kind {
                        0 => KeepLimit::pair(nodes[0], nodes[1]),
                        1 => KeepLimit { nodes, at_most: 1 },
                        _ => KeepLimit { at_most: nodes.len() - 1, nodes },
                    }
                })
                .collect(),
        })
    })
}

fn agrees(problem: &Problem) -> Result<(), TestCaseError> {
    let (least, fates, optima) = oracle(problem);
    let components = repair(problem, Effort::default());
    prop_assert!(components.iter().all(super::Component::is_proven));
    prop_assert_eq!(components.iter().map(|part| part.cost).sum::<Cost>(), least);
    let mut kept = vec![true; problem.costs.len()];
    for part in &components {
        for (node, fate) in part.nodes.iter().zip(&part.fates) {
            prop_assert_eq!(*fate, fates[*node]);
        }
        let lost: Cost = part.lost.iter().map(|node| problem.costs[*node]).sum();
        prop_assert_eq!(lost, part.cost);
        part.lost.iter().for_each(|node| kept[*node] = false);
    }
    for limit in &problem.limits {
        prop_assert!(limit.nodes.iter().filter(|node| kept[**node]).count() <= limit.at_most);
    }
    let known =
        components.iter().map(|part| part.optima).try_fold(1u128, |product, one| Some(product * one?));
    prop_assert!(known.is_none_or(|known| known == optima));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn pairs_and_cliques_agree_with_all_subsets(problem in problems(2..10, 2)) {
        agrees(&problem)?;
    }

    #[test]
    fn limits_agree_with_all_subsets(problem in problems(3..9, 3)) {
        agrees(&problem)?;
    }

    /// With too little effort, the repair holds and the bound is true.
    #[test]
    fn bounds_hold_when_the_search_ends_early(problem in problems(4..10, 3), search in 0usize..4) {
        let (least, ..) = oracle(&problem);
        let components = repair(&problem, Effort { search, settle: 0 });
        prop_assert!(components.iter().map(|part| part.least).sum::<Cost>() <= least);
        prop_assert!(components.iter().map(|part| part.cost).sum::<Cost>() >= least);
    }
}

#[test]
fn counts_of_pairs_are_exact() {
    let path = |count: usize| Problem {
        costs: vec![cost(&[1]); count],
        limits: (1..count).map(|node| KeepLimit::pair(node - 1, node)).collect(),
    };
    let optima = |count: usize| repair(&path(count), Effort::default())[0].optima;
    assert_eq!(optima(2), Some(2));
    assert_eq!(optima(3), Some(1));
    assert_eq!(optima(4), Some(3));
}

#[test]
fn thousands_on_one_timeline_are_proven() {
    // Each excludes the ten that begin next.
    let limits = (0..5_000).flat_map(|node| (1..=10).map(move |step| KeepLimit::pair(node, node + step)));
    let problem = Problem {
        costs: (0..5_010).map(|node: i64| cost(&[1, node * 7 % 13 + 1])).collect(),
        limits: limits.collect(),
    };
    let components = repair(&problem, Effort { settle: 0, ..Effort::default() });
    assert!(components.len() == 1 && components[0].is_proven());
}

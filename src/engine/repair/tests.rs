//! The repair of small bases against an oracle that tries all ways to keep, close and drop their claims.

use proptest::prelude::*;

use super::weight::{Weights, first_closings};
use super::{RepairOptions, repairs};
use crate::check;
use crate::graph::{AsOf, Graph, View};
use crate::load::{self, Loaded, STANDARD_FILES};
use crate::model::{ClaimId, Preference, RepairStep};
use crate::repair::{Cost, Effort};
use crate::text::{File, Files};
use crate::time::Day;

const PERIODS: [&str; 10] = [
    "2010/..",
    "2010/2015",
    "2012/..",
    "2012-05/..",
    "2013/",
    "2014/2016",
    "2014-03-01/..",
    "2015/2020",
    "2016/..",
    "2018/2019",
];

fn load(claims: &[(usize, usize, usize, usize)]) -> Loaded {
    let claim = |(at, (subject, object, period, source)): (usize, &(usize, usize, usize, usize))| {
        let sources = ["", "\"a\"", "\"b\"", "\"a\", \"b\""][*source];
        let valid = PERIODS[*period];
        format!(
            "(id: \"c{at}\", subject: \"e{subject}\", relation: \"r\", object: \"e{object}\", valid: \"{valid}\", sources: [{sources}])"
        )
    };
    let claims: Vec<String> = claims.iter().enumerate().map(claim).collect();
    let text = format!(
        "(entities: [(id: \"e0\"), (id: \"e1\"), (id: \"e2\"), (id: \"e3\"), (id: \"e4\")],
          sources: [(id: \"a\", published: \"2017\", kind: primary), (id: \"b\", published: \"2013\", kind: secondary)],
          relations: [(id: \"r\", functional: true, exclusive: true)], claims: [{}])",
        claims.join(",\n")
    );
    let mut files = Files::default();
    files.add(File::new("claims/all.ron", text));
    for (path, text) in STANDARD_FILES.iter().filter(|(path, _)| path.ends_with("standard.ron")) {
        files.add(File::new(*path, *text));
    }
    load::load(&files)
}

fn options(closes: bool) -> RepairOptions {
    let as_of = AsOf { day: Day::from_ymd(2026, 1, 1).expect("a day"), known_by: None };
    RepairOptions {
        as_of,
        order: Preference::ALL.to_vec(),
        closes,
        possible: false,
        effort: Effort::default(),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Treatment {
    Keep,
    Close,
    Drop,
}

/// The claims in conflict, and all ways of least cost to treat them.
fn oracle(loaded: &Loaded, options: &RepairOptions) -> (Vec<ClaimId>, Vec<Vec<Treatment>>) {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let view = View::new(&graph, options.as_of).with_pairs();
    let pairs = check::conflicts(&view).pairs;
    let votes = super::agreement::estimate(&view, &pairs).1;
    let (weights, closings) = (Weights::new(&view, &options.order, votes), first_closings(&pairs, &view));
    let mut claims: Vec<ClaimId> = pairs.iter().flat_map(|(pair, _)| [pair.older, pair.newer]).collect();
    claims.sort_unstable();
    claims.dedup();
    let mut best: Option<Cost> = None;
    let mut ways: Vec<Vec<Treatment>> = Vec::new();
    for number in 0..3usize.pow(u32::try_from(claims.len()).expect("few")) {
        let step = |at: usize| {
            [Treatment::Keep, Treatment::Close, Treatment::Drop][number / 3usize.pow(at as u32) % 3]
        };
        let way: Vec<Treatment> = (0..claims.len()).map(step).collect();
        let of = |claim: ClaimId| way[claims.binary_search(&claim).expect("a member")];
        let closed = claims.iter().filter(|claim| of(**claim) == Treatment::Close);
        if closed.clone().any(|claim| !options.closes || !closings.contains_key(claim)) {
            continue;
        }
        let is_settled = pairs.iter().all(|(pair, _)| {
            of(pair.older) == Treatment::Drop
                || of(pair.newer) == Treatment::Drop
                || pair.can_close && of(pair.older) == Treatment::Close
        });
        if !is_settled {
            continue;
        }
        let cost = |claim: &ClaimId| match of(*claim) {
            Treatment::Keep => Cost::ZERO,
            Treatment::Close => weights.closing(*claim, closings[claim]),
            Treatment::Drop => weights.dropping(*claim),
        };
        let cost: Cost = claims.iter().map(cost).sum();
        if best.is_none_or(|best| cost < best) {
            best = Some(cost);
            ways.clear();
        }
        if best == Some(cost) {
            ways.push(way);
        }
    }
    (claims, ways)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn repairs_agree_with_all_ways(
        claims in prop::collection::vec((0usize..2, 2usize..5, 0usize..PERIODS.len(), 0usize..4), 2..8),
        closes: bool,
    ) {
        let (loaded, options) = (load(&claims), options(closes));
        let (members, ways) = oracle(&loaded, &options);
        let found = repairs(&loaded, &options);
        let mut named: Vec<ClaimId> = found.clusters.iter().flat_map(|cluster| cluster.claims.clone()).collect();
        named.sort_unstable();
        prop_assert_eq!(&named, &members);
        // What is done with each claim: one of the ways of least cost.
        let of = |claim: ClaimId, settled_only: bool| {
            let actions = found.clusters.iter().flat_map(|one| {
                one.settled.iter().chain(one.choice.iter().filter(|_| !settled_only))
            });
            actions.filter(|action| action.claim == claim).map(|action| match action.step {
                RepairStep::Drop => Treatment::Drop,
                RepairStep::Close(_) => Treatment::Close,
            }).next().unwrap_or(Treatment::Keep)
        };
        let chosen: Vec<Treatment> = members.iter().map(|claim| of(*claim, false)).collect();
        prop_assert!(ways.contains(&chosen), "{:?} is none of {:?}", chosen, ways);
        let count: u128 = found.clusters.iter().map(|cluster| cluster.optima.unwrap_or(0)).product();
        prop_assert_eq!(count, ways.len() as u128);
        for cluster in &found.clusters {
            prop_assert!(cluster.optimal && cluster.undecided.is_empty());
            for claim in &cluster.claims {
                let at = members.binary_search(claim).expect("a member");
                let alike = ways.iter().all(|way| way[at] == ways[0][at]);
                if !alike {
                    prop_assert!(cluster.undetermined.contains(claim));
                } else if ways[0][at] != Treatment::Close {
                    // The date on which a claim is closed may differ although all ways close it.
                    prop_assert!(!cluster.undetermined.contains(claim));
                    prop_assert_eq!(of(*claim, true), ways[0][at]);
                }
            }
        }
    }
}

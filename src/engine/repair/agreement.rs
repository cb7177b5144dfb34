//! How often sources agree with what others say, estimated from the claims alone.
//!
//! *Method.* TruthFinder: Yin, Han and Yu, Truth Discovery with Multiple Conflicting Information Providers on the Web (IEEE TKDE
//! 20(6), 2008). The trust in a source is the mean confidence of what it supports; the confidence of a statement follows from
//! the trust in its sources, and is lowered by statements that exclude it. The two are worked out in turn, from the same trust in
//! all sources, until no trust changes by more than [`STILL`]. Claims with the same ends are one statement. Nothing is
//! random, and sums are made in the order of the files.

use std::collections::BTreeMap;

use super::Pair;
use crate::graph::View;
use crate::model::{ClaimId, EntityId, Object, RelationId, SourceAgreement, SourceEstimate, SourceId};

/// The trust in a source of which nothing is known.
const FIRST: f64 = 0.9;

/// How much a statement that excludes another lowers its confidence (ρ in the paper).
const EXCLUSION: f64 = 0.5;

/// How much sources that copy from each other are to be dampened (γ in the paper).
const DAMPING: f64 = 0.3;

/// Less than this is no change.
const STILL: f64 = 1e-6;

/// Rounds after which it is given up.
const ROUNDS: usize = 200;

/// No trust is full: its logarithm must be finite.
const MOST: f64 = 1.0 - 1e-9;

type Ends = (Option<EntityId>, Option<RelationId>, Object, bool);

/// The estimate, and the place of each claim of the pairs by its confidence: the higher, the better.
pub fn estimate(view: &View<'_>, pairs: &[Pair]) -> (SourceEstimate, BTreeMap<ClaimId, i64>) {
    let statements = Statements::new(view, pairs);
    let mut trust: BTreeMap<SourceId, f64> =
        statements.by_source.keys().map(|source| (*source, FIRST)).collect();
    let mut confidence = statements.confidence(&trust);
    let (mut rounds, mut settled) = (0, trust.is_empty());
    while !settled && rounds < ROUNDS {
        let next = statements.trust(&confidence);
        settled = next.iter().all(|(source, new)| (new - trust[source]).abs() <= STILL);
        trust = next;
        confidence = statements.confidence(&trust);
        rounds += 1;
    }
    let mut distinct: Vec<i64> = confidence.iter().map(|one| in_millionths(*one)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let place = |at: &usize| distinct.partition_point(|other| *other <= in_millionths(confidence[*at]));
    let places = statements
        .of_claim
        .iter()
        .map(|(claim, at)| (*claim, i64::try_from(place(at)).unwrap_or(0)))
        .collect();
    let agreement = |(source, of): (&SourceId, &Vec<usize>)| SourceAgreement {
        source: *source,
        millionths: in_millionths(trust[source]),
        claims: of.len(),
        excluded: of.iter().filter(|at| !statements.excluding[**at].is_empty()).count(),
    };
    let sources = statements.by_source.iter().map(agreement).collect();
    (SourceEstimate { sources, rounds, settled }, places)
}

#[expect(clippy::cast_possible_truncation, reason = "a number between 0 and 1")]
fn in_millionths(part: f64) -> i64 {
    (part * 1e6).round() as i64
}

struct Statements {
    of_claim: BTreeMap<ClaimId, usize>,
    by_source: BTreeMap<SourceId, Vec<usize>>,
    sources: Vec<Vec<SourceId>>,
    excluding: Vec<Vec<usize>>,
}

impl Statements {
    fn new(view: &View<'_>, pairs: &[Pair]) -> Self {
        let claims = view.claims();
        let mut number: BTreeMap<Ends, usize> = BTreeMap::new();
        let mut found = Self {
            of_claim: BTreeMap::new(),
            by_source: BTreeMap::new(),
            sources: Vec::new(),
            excluding: Vec::new(),
        };
        for claim in claims.iter().filter(|claim| view.is_live(*claim)) {
            let ends =
                (claims.subject(claim), claims.relation(claim), claims.object(claim), claims.denies(claim));
            let at = *number.entry(ends).or_insert(found.sources.len());
            if at == found.sources.len() {
                found.sources.push(Vec::new());
            }
            found.of_claim.insert(claim, at);
            for citation in view.supports(claim) {
                let origin = view.graph.provenance.origin(citation.source);
                if !found.sources[at].contains(&origin) {
                    found.sources[at].push(origin);
                    found.by_source.entry(origin).or_default().push(at);
                }
            }
        }
        found.excluding = vec![Vec::new(); found.sources.len()];
        for (pair, _) in pairs {
            let of = |claim: &ClaimId| found.of_claim.get(claim).copied();
            if let (Some(one), Some(two)) = (of(&pair.older), of(&pair.newer)) {
                found.excluding[one].push(two);
                found.excluding[two].push(one);
            }
        }
        for others in &mut found.excluding {
            others.sort_unstable();
            others.dedup();
        }
        found
    }

    fn confidence(&self, trust: &BTreeMap<SourceId, f64>) -> Vec<f64> {
        let score = |sources: &Vec<SourceId>| -> f64 {
            sources.iter().map(|source| -(1.0 - trust[source].min(MOST)).ln()).sum()
        };
        let scores: Vec<f64> = self.sources.iter().map(score).collect();
        let adjusted = |(at, own): (usize, &f64)| {
            let against: f64 = self.excluding[at].iter().map(|other| scores[*other]).sum();
            1.0 / (1.0 + (-DAMPING * EXCLUSION.mul_add(-against, *own)).exp())
        };
        scores.iter().enumerate().map(adjusted).collect()
    }

    fn trust(&self, confidence: &[f64]) -> BTreeMap<SourceId, f64> {
        let mean = |of: &Vec<usize>| {
            let count = u32::try_from(of.len()).map_or(f64::INFINITY, f64::from);
            of.iter().map(|at| confidence[*at]).sum::<f64>() / count
        };
        self.by_source.iter().map(|(source, of)| (*source, mean(of))).collect()
    }
}

//! How often sources agree with what others say, estimated from the claims alone.
//!
//! *Method.* Accu: Dong, Berti-Equille and Srivastava, Integrating Conflicting Data: The Role of Source Dependence (PVLDB 2(1),
//! 2009), without its detection of copies: sources with one origin are one source. A source with accuracy A has a vote of
//! ln(nA / (1 - A)), where n false values are as likely as each other; the confidence of a statement is the sum of the votes for
//! it. It is true with the probability e^confidence, as a share of the same for it, for the statements that exclude it and for
//! what nobody says. The accuracy of a source is the mean probability of what it supports. The two are worked out in turn,
//! from the same accuracy of all, until none changes by more than [`STILL`]. Claims with the same ends and dates are one statement;
//! those that give the same amount in other figures, within the tolerance of their relation, speak for each other (the paper's
//! similarity of values, of which only equal ones count).
//! Nothing is random, and sums are made in the order of the files.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use super::Pair;
use crate::graph::View;
use crate::model::{
    ClaimId, EntityId, Object, RelationId, SourceAgreement, SourceEstimate, SourceId, ValueId,
};
use crate::time::Period;

/// The accuracy of a source of which nothing is known.
const FIRST: f64 = 0.8;

/// How many false values are as likely as each other (n in the paper).
const FALSE_VALUES: u32 = 10;

/// A source that is right less often than chance has no vote; none is always right.
const ACCURACY: RangeInclusive<f64> = 1.0 / 11.0..=0.99;

/// Less than this is no change.
const STILL: f64 = 1e-6;

/// Rounds after which it is given up.
const ROUNDS: usize = 200;

type DatedStatement = (Option<EntityId>, Option<RelationId>, Object, bool, Period);

/// The estimate, and how much each claim of the pairs is believed for its sources, in millionths: the sum of their votes.
pub fn estimate(view: &View<'_>, pairs: &[Pair]) -> (SourceEstimate, BTreeMap<ClaimId, i64>) {
    let statements = Statements::new(view, pairs);
    let mut accuracy: BTreeMap<SourceId, f64> =
        statements.by_source.keys().map(|source| (*source, FIRST)).collect();
    let (mut rounds, mut settled) = (0, accuracy.is_empty());
    while !settled && rounds < ROUNDS {
        let next = statements.accuracy(&accuracy);
        settled = next.iter().all(|(source, new)| (new - accuracy[source]).abs() <= STILL);
        accuracy = next;
        rounds += 1;
    }
    let votes = statements.of_claim.iter().map(|(claim, (_, own))| {
        let votes: f64 = own.iter().map(|source| vote(accuracy[source])).sum();
        (*claim, in_millionths(votes))
    });
    let votes = votes.collect();
    let agreement = |(source, of): (&SourceId, &Vec<usize>)| SourceAgreement {
        source: *source,
        millionths: in_millionths(accuracy[source]),
        claims: of.len(),
        excluded: of.iter().filter(|at| !statements.excluding[**at].is_empty()).count(),
    };
    let sources = statements.by_source.iter().map(agreement).collect();
    (SourceEstimate { sources, rounds, settled }, votes)
}

/// What a source of this accuracy counts for what it supports.
fn vote(accuracy: f64) -> f64 {
    (f64::from(FALSE_VALUES) * accuracy / (1.0 - accuracy)).ln().max(0.0)
}

#[expect(clippy::cast_possible_truncation, reason = "a small number")]
fn in_millionths(number: f64) -> i64 {
    (number * 1e6).round() as i64
}

struct Statements {
    /// The statement of each claim, and the origins that support it and no earlier claim of that statement.
    of_claim: BTreeMap<ClaimId, (usize, Vec<SourceId>)>,
    by_source: BTreeMap<SourceId, Vec<usize>>,
    sources: Vec<Vec<SourceId>>,
    excluding: Vec<Vec<usize>>,
    /// Those that give the same amount in other figures.
    agreeing: Vec<Vec<usize>>,
}

impl Statements {
    fn new(view: &View<'_>, pairs: &[Pair]) -> Self {
        let claims = view.claims();
        let mut number: FxHashMap<DatedStatement, usize> = FxHashMap::default();
        let mut found = Self {
            of_claim: BTreeMap::new(),
            by_source: BTreeMap::new(),
            sources: Vec::new(),
            excluding: Vec::new(),
            agreeing: Vec::new(),
        };
        for claim in claims.iter().filter(|claim| view.is_live(*claim)) {
            let (subject, relation) = (claims.subject(claim), claims.relation(claim));
            let said = (subject, relation, claims.object(claim), claims.denies(claim), claims.period(claim));
            let at = *number.entry(said).or_insert(found.sources.len());
            if at == found.sources.len() {
                found.sources.push(Vec::new());
            }
            let mut own = Vec::new();
            for citation in view.supports(claim) {
                let origin = view.graph.provenance.origin(citation.source);
                if !found.sources[at].contains(&origin) {
                    found.sources[at].push(origin);
                    found.by_source.entry(origin).or_default().push(at);
                    own.push(origin);
                }
            }
            found.of_claim.insert(claim, (at, own));
        }
        found.excluding = vec![Vec::new(); found.sources.len()];
        for (pair, _) in pairs {
            let of = |claim: &ClaimId| found.of_claim.get(claim).map(|(at, _)| *at);
            if let (Some(one), Some(two)) = (of(&pair.older), of(&pair.newer)) {
                found.excluding[one].push(two);
                found.excluding[two].push(one);
            }
        }
        for others in &mut found.excluding {
            others.sort_unstable();
            others.dedup();
        }
        found.agreeing = found.agreeing(view, &number);
        found
    }

    /// For each statement of an amount that others exclude, those of the same ends and dates that agree with it.
    fn agreeing(&self, view: &View<'_>, number: &FxHashMap<DatedStatement, usize>) -> Vec<Vec<usize>> {
        let mut alike: BTreeMap<_, Vec<(usize, ValueId)>> = BTreeMap::new();
        for ((subject, relation, object, denies, period), at) in number {
            let Some(value) = object.value.filter(|_| !self.excluding[*at].is_empty()) else { continue };
            let days = (period.fe(), period.fl(), period.ue(), period.ul());
            alike.entry((*subject, *relation, object.entity, *denies, days)).or_default().push((*at, value));
        }
        let base = view.graph.base;
        let mut agreeing = vec![Vec::new(); self.sources.len()];
        for ((_, relation, ..), mut same) in alike {
            let tolerance = relation
                .and_then(|relation| base.relations.record(relation))
                .and_then(|record| record.tolerance);
            same.sort_unstable();
            for (one, value) in &same {
                let agrees = |(other, of_other): &&(usize, ValueId)| {
                    other != one && base.values.get(*value).agrees(base.values.get(*of_other), tolerance)
                };
                agreeing[*one].extend(same.iter().filter(agrees).map(|(other, _)| *other));
            }
        }
        agreeing
    }

    /// The sources of a statement and of those that agree with it, each once.
    fn all_sources(&self, at: usize) -> Vec<SourceId> {
        let agreeing = self.agreeing[at].iter().flat_map(|other| &self.sources[*other]);
        let mut all: Vec<SourceId> = self.sources[at].iter().chain(agreeing).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The accuracy of each source, if the accuracy of all is as given.
    fn accuracy(&self, accuracy: &BTreeMap<SourceId, f64>) -> BTreeMap<SourceId, f64> {
        let confidence = |at: usize| self.all_sources(at).iter().map(|one| vote(accuracy[one])).sum();
        let confidence: Vec<f64> = (0..self.sources.len()).map(confidence).collect();
        let probability = |(at, own): (usize, &f64)| {
            let against = &self.excluding[at];
            // No power of a large number: all are taken relative to the largest.
            let largest = against.iter().map(|other| confidence[*other]).fold(*own, f64::max);
            let share = |confidence: f64| (confidence - largest).exp();
            // What several say in other figures is one thing against it.
            let alike = |other: &usize| u32::try_from(self.agreeing[*other].len() + 1).unwrap_or(u32::MAX);
            let part = |other: &usize| 1.0 / f64::from(alike(other));
            let others: f64 = against.iter().map(|other| part(other) * share(confidence[*other])).sum();
            let known: f64 = against.iter().map(part).sum();
            let unsaid = (f64::from(FALSE_VALUES) - known).max(0.0) * share(0.0);
            share(*own) / (share(*own) + others + unsaid)
        };
        let probability: Vec<f64> = confidence.iter().enumerate().map(probability).collect();
        let mean = |of: &Vec<usize>| {
            let count = u32::try_from(of.len()).map_or(f64::INFINITY, f64::from);
            let mean = of.iter().map(|at| probability[*at]).sum::<f64>() / count;
            mean.clamp(*ACCURACY.start(), *ACCURACY.end())
        };
        self.by_source.iter().map(|(source, of)| (*source, mean(of))).collect()
    }
}

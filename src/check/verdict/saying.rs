//! The recorded claims that say what an assertion says: its own, and those of narrower relations.
//!
//! *Law.* A claim of a narrower relation says it where it is about the same two ends, or a part of them, and, where the
//! assertion gives an amount, gives one that fits: whoever bribed somebody with 5 million paid 5 million, and not 90.

use super::Judge;
use crate::graph::ViewRow;
use crate::model::{Assertion, ClaimId, Value};

impl Judge<'_> {
    /// The live claims that say the same or something narrower. Records of the relation itself come first.
    pub(super) fn saying(&self, assertion: &Assertion) -> Vec<ClaimId> {
        // A superseded plan no longer says anything.
        let counts = |claim: &ClaimId| {
            self.view.is_live(*claim)
                && (!self.view.period(*claim).is_pending() || self.view.is_awaited(*claim))
        };
        let mut saying: Vec<ClaimId> = assertion.claims.iter().copied().filter(counts).collect();
        let narrower =
            self.narrower(assertion).into_iter().filter(|claim| !self.view.claims().denies(*claim));
        for claim in narrower {
            if !saying.contains(&claim) {
                saying.push(claim);
            }
        }
        saying
    }

    /// Whether a claim that decided is of a narrower relation and says no more than how an assertion's relation is: no amount.
    pub(super) fn is_narrower(&self, claim: ClaimId, assertion: &Assertion) -> bool {
        let claims = self.view.claims();
        let gives_more = claims.object(claim).value.is_some() && assertion.value.is_none();
        !claims.denies(claim) && !gives_more && self.narrower(assertion).contains(&claim)
    }

    /// Claims of narrower relations about the same ends: whoever is the exclusive provider is a provider.
    fn narrower(&self, assertion: &Assertion) -> Vec<ClaimId> {
        let Some(subject) = assertion.subject else { return Vec::new() };
        let is_one_place = self.view.graph.base.relations.is_one_place(assertion.relation);
        if assertion.object.is_none() && !is_one_place {
            return Vec::new();
        }
        let narrower = self.view.graph.broader.narrower(assertion.relation).into_iter();
        let rows = narrower
            .filter(|relation| *relation != assertion.relation)
            .flat_map(|relation| self.view.rows_of(relation));
        let parts = &self.view.graph.parts;
        rows.filter(|row| {
            row.subject.is_some_and(|known| parts.same_or_part(known, subject))
                && match (row.object.entity, assertion.object) {
                    (Some(known), Some(object)) => parts.same_or_part(known, object),
                    (None, None) => row.object.is_none(),
                    _ => false,
                }
                && self.fits_amount(row, assertion)
        })
        .map(|row| row.claim)
        .collect()
    }

    /// Whether a claim gives the amount that an assertion gives, if it gives one.
    fn fits_amount(&self, row: &ViewRow, assertion: &Assertion) -> bool {
        let Some((said, _)) = &assertion.value else { return true };
        let base = self.view.graph.base;
        let relation = base.claims.relation(row.claim);
        let tolerance = relation.and_then(|relation| base.relations.record(relation)?.tolerance);
        match row.object.value.map(|value| base.values.get(value)) {
            Some(Value::Amount(known)) => known.says(said, tolerance),
            _ => false,
        }
    }
}

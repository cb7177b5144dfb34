//! How long claims stay fresh.
//!
//! *Law.* An open or pending claim whose newest attestation lies more than `review_every` (the rule's, else its relation's)
//! before the day of the view is stale. With `expires`: a claim that certainly ended before that day, that nothing supersedes,
//! and whose timeline (same subject, and same relation or a narrower one) has nothing that holds or begins later, has
//! expired; for a rule about relations with one value, the timeline is that of subject and object. Events are neither,
//! unless they are pending. What says itself from when on it may begin is for `pending`.

use rayon::prelude::*;

use super::found::{Breaches, Found};
use super::pending::{self, Begun};
use super::scope;
use crate::graph::{View, ViewRow};
use crate::model::{ClaimFact, ClaimId, Code, Finding, Law, RelationId, Rule, RuleScope, Site};
use crate::time::{Day, Length};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, review_every: Option<Length>, expires: bool) -> Vec<Breaches> {
    let relations = scope(view.graph, rule);
    let by_pair = rule.scope == RuleScope::Law(Law::OneValue);
    let found = |relation| {
        let record = view.graph.base.relations.record(relation);
        let interval = review_every.or_else(|| record.and_then(|record| record.review_every));
        match interval {
            _ if expires && view.graph.base.relations.is_event(relation) => Vec::new(),
            _ if expires => expired(view, relation, by_pair).into_iter().map(Found::Expired).collect(),
            Some(interval) => {
                let stale = to_review(view, relation).filter(|row| is_stale(view, row, interval));
                stale.map(|row| Found::Stale(row.claim, interval)).collect()
            }
            None => Vec::new(),
        }
    };
    relations
        .into_par_iter()
        .map(|relation| Breaches { found: found(relation), ..Breaches::default() })
        .collect()
}

fn is_stale(view: &View<'_>, row: &ViewRow, interval: Length) -> bool {
    review_due(view, row.claim, interval).is_some_and(|due| due < view.as_of.day)
}

/// The claims of a relation that have to be confirmed from time to time: open states, and whatever is pending, that are not
/// denied.
pub fn to_review<'v>(view: &'v View<'_>, relation: RelationId) -> impl Iterator<Item = &'v ViewRow> {
    let rows = view.rows_of(relation);
    let pending = rows.iter().filter(|row| row.period.is_pending()).map(|row| row.claim);
    let begun = Begun::new(view, &pending.collect::<Vec<_>>());
    rows.iter().filter(move |row| {
        let lasts =
            if row.period.is_pending() { begun.awaits(view, row.claim) } else { row.open && !row.event };
        lasts && !row.denies
    })
}

/// The finding for an open claim that was confirmed too long ago.
pub fn too_old(view: &View<'_>, claim: ClaimId, interval: Length) -> Option<Finding> {
    let claims = view.claims();
    let due = review_due(view, claim, interval)?;
    let confirmed = view.last_attestation(claim)?;
    if view.period(claim).is_pending() {
        return Some(pending::unconfirmed(view, claim, Some((interval, due))));
    }
    let fact = ClaimFact::Stale { claim: view.attested(claim), confirmed, review: interval, due };
    let site = Site::field(claims.place(claim), "sources");
    Some(Finding::new(Code::Stale, fact, site).about(claims.id(claim)))
}

/// The day by which an open claim has to be confirmed again, if a confirmation counts for `interval`; `None` for claims
/// that no source confirms on a known day, and for what says itself from when on it may begin.
#[must_use]
pub fn review_due(view: &View<'_>, claim: ClaimId, interval: Length) -> Option<Day> {
    let attested = view.last_attestation(claim)?;
    let period = view.period(claim);
    if period.is_pending() {
        let awaited = view.claims().period(claim).not_before().is_none();
        return awaited.then(|| attested.latest.plus(interval));
    }
    // A claim about the future counts as confirmed from its beginning on.
    Some(attested.latest.max(period.fe()).plus(interval))
}

fn expired(view: &View<'_>, relation: RelationId, by_pair: bool) -> Vec<ClaimId> {
    let claims = view.claims();
    let mut idle = Vec::new();
    let mut rows = view.rows_under(relation);
    if by_pair {
        rows.to_mut().retain(|row| row.object.entity.is_some() && row.object.value.is_some());
        rows.to_mut().sort_unstable_by_key(|row| (row.subject, row.object.end(), row.claim));
    }
    let shared = |row: &ViewRow| (row.subject, by_pair.then(|| row.object.end()));
    for timeline in rows.chunk_by(|one, two| shared(one) == shared(two)) {
        // In most timelines something still holds, or may, which needs no comparison.
        if timeline.iter().any(|row| row.asserts() && row.period.ul() >= view.as_of.day) {
            continue;
        }
        let end = |row: &ViewRow| (row.period.ul(), row.period.ue());
        let newest = timeline.iter().filter(|row| row.asserts()).map(end).max();
        // A narrower claim that ended with it is reported by itself, if at all, and hides nothing.
        let ended = timeline.iter().filter(|row| row.asserts() && !row.open && newest == Some(end(row)));
        let ended = ended.map(|row| row.claim).filter(|claim| claims.relation(*claim) == Some(relation));
        idle.extend(ended.filter(|claim| view.successor(*claim).is_none()));
    }
    idle
}

/// The finding for a claim that has ended, and that nothing followed.
pub fn followed_by_nothing(view: &View<'_>, claim: ClaimId) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Expired { claim, ended: view.period(claim).end() };
    Finding::new(Code::Expired, fact, Site::field(claims.place(claim), "valid")).about(claims.id(claim))
}

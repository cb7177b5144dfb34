//! How long claims stay fresh.
//!
//! *Law.* An open claim whose newest attestation lies more than `review_every` (the rule's, else its relation's) before
//! the day of the view is stale. With `expires`: a claim that certainly ended before that day, that nothing supersedes,
//! and whose timeline (same subject, and same relation or a narrower one) has nothing that holds or begins later, has
//! expired. Events are neither.

use rayon::prelude::*;

use super::{Parts, scope, successor};
use crate::graph::{Row, View};
use crate::model::{ClaimFact, ClaimId, Code, Finding, RelationId, Rule, Site};
use crate::time::{Day, Length};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, review_every: Option<Length>, expires: bool) -> Parts {
    let relations = scope(view.graph, rule);
    let states = relations.into_par_iter().filter(|relation| !view.graph.base.relations.is_event(*relation));
    states
        .map(|relation| {
            let record = view.graph.base.relations.record(relation);
            let good_for = review_every.or_else(|| record.and_then(|record| record.review_every));
            match good_for {
                _ if expires => expired(view, relation),
                Some(good_for) => {
                    view.rows_of(relation).iter().filter_map(|row| stale(view, row, good_for)).collect()
                }
                None => Vec::new(),
            }
        })
        .collect()
}

fn stale(view: &View<'_>, row: &Row, good_for: Length) -> Option<Finding> {
    let claims = view.claims();
    let claim = row.claim;
    if !row.open || row.denies {
        return None;
    }
    let due = review_due(view, claim, good_for)?;
    if due >= view.as_of.day {
        return None;
    }
    let confirmed = view.last_attestation(claim)?;
    let fact = ClaimFact::Stale { claim: view.attested(claim), confirmed, review: good_for, due };
    let site = Site::field(claims.place(claim), "sources");
    Some(Finding::new(Code::Stale, fact, site).about(claims.id(claim)))
}

/// The day by which an open claim has to be vouched for again, if an attestation is good for `good_for`; `None` for
/// claims that are vouched for on no known day.
#[must_use]
pub fn review_due(view: &View<'_>, claim: ClaimId, good_for: Length) -> Option<Day> {
    let attested = view.last_attestation(claim)?;
    // A claim about the future is good from its beginning on.
    let good_from = attested.latest.max(view.period(claim).fe());
    Some(good_from.plus(good_for))
}

fn expired(view: &View<'_>, relation: RelationId) -> Vec<Finding> {
    let claims = view.claims();
    let mut idle = Vec::new();
    for timeline in view.rows_under(relation).chunk_by(|one, two| one.subject == two.subject) {
        // Of most timelines something still holds, or may, which takes no comparing.
        if timeline.iter().any(|row| !row.denies && row.period.ul() >= view.as_of.day) {
            continue;
        }
        let newest = timeline.iter().filter(|row| !row.denies).max_by(|one, two| {
            let end = |row: &Row| (row.period.ul(), row.period.ue());
            end(one).cmp(&end(two)).then_with(|| claims.id(two.claim).cmp(claims.id(one.claim)))
        });
        let ended = newest.filter(|row| !row.open && claims.relation(row.claim) == Some(relation));
        idle.extend(ended.map(|row| row.claim).filter(|claim| successor(view, *claim).is_none()));
    }
    let words = |claim: &ClaimId, found: &mut Vec<Finding>| found.push(followed_by_nothing(view, *claim));
    view.fetching(&idle, |claim, wanted| wanted.push(*claim), words)
}

fn followed_by_nothing(view: &View<'_>, claim: ClaimId) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Expired { claim, ended: view.period(claim).end() };
    Finding::new(Code::Expired, fact, Site::field(claims.place(claim), "valid")).about(claims.id(claim))
}

//! One thing comes before another.
//!
//! *Law.* For a claim a of the rule's relations and a claim b of `then` whose subject (or object, by `of`) is the subject
//! of a: the named end of a lies no later than the named end of b, at least `at_least` and at most `at_most` before it.
//! Broken iff no choice of days keeps it, where a claim begins no later than it ends. Of many b, the one that breaks it most
//! is reported. An end that is not stated breaks nothing; where a claim's value is a date, that date is both its ends.

use rayon::prelude::*;

use super::{FindingGroups, scope};
use crate::graph::View;
use crate::model::{
    ClaimFact, ClaimId, Code, EntityId, Finding, OrderRule, PlaceFact, RelationId, Role, Rule, Site,
};
use crate::time::{Bound, Length};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, kind: &OrderRule) -> FindingGroups {
    let relations = scope(view.graph, rule);
    relations.into_par_iter().map(|relation| relation_findings(view, relation, kind)).collect()
}

fn relation_findings(view: &View<'_>, relation: RelationId, kind: &OrderRule) -> Vec<Finding> {
    let graph = view.graph;
    let declared =
        || graph.base.relations.record(relation).map(|record| record.before.clone()).unwrap_or_default();
    let then = if kind.then.is_empty() { declared() } else { kind.then.clone() };
    let mut later: Vec<(EntityId, Bound, ClaimId)> = Vec::new();
    for other in &then {
        let rows = view.rows_under(*other);
        let members = rows.iter().filter(|row| !row.denies).map(|row| row.claim);
        later.extend(
            members.filter_map(|claim| {
                Some((whose(view, claim, kind.of)?, view.stated(claim, kind.its)?, claim))
            }),
        );
    }
    later.sort_unstable_by_key(|(entity, _, claim)| (*entity, *claim));
    let claims = view.claims();
    let mut found = Vec::new();
    let rows = view.rows_under(relation);
    for first in rows.iter().filter(|row| !row.denies).map(|row| row.claim) {
        let (Some(subject), Some(mine)) = (claims.subject(first), view.stated(first, kind.first)) else {
            continue;
        };
        let start = later.partition_point(|row| row.0 < subject);
        let end = later.partition_point(|row| row.0 <= subject);
        found.extend(worst(view, first, mine, &later[start..end], kind));
    }
    found
}

fn whose(view: &View<'_>, claim: ClaimId, role: Role) -> Option<EntityId> {
    match role {
        Role::Subject => view.claims().subject(claim),
        Role::Object => view.claims().object(claim).entity,
    }
}

/// The claim that breaks the law most: the one that certainly comes too soon, else the one that certainly comes too late.
fn worst(
    view: &View<'_>,
    first: ClaimId,
    mine: Bound,
    later: &[(EntityId, Bound, ClaimId)],
    kind: &OrderRule,
) -> Option<Finding> {
    type Later = (EntityId, Bound, ClaimId);
    let others = || later.iter().filter(|row| row.2 != first);
    let said = |one: &Later, two: &Later| view.by_begun(one.2, two.2);
    let soonest = others().min_by(|one, two| one.1.latest.cmp(&two.1.latest).then_with(|| said(one, two)))?;
    let least = kind.at_least.map_or(mine.earliest, |length| mine.earliest.plus(length));
    if soonest.1.latest < least {
        let gap = (if kind.at_least.is_some() { "least" } else { "none" }, kind.at_least);
        return Some(breach(view, (first, mine), (soonest.2, soonest.1), gap));
    }
    let most = kind.at_most?;
    let latest =
        others().max_by(|one, two| one.1.earliest.cmp(&two.1.earliest).then_with(|| said(two, one)))?;
    let too_late = latest.1.earliest > mine.latest.plus(most);
    too_late.then(|| breach(view, (first, mine), (latest.2, latest.1), ("most", Some(most))))
}

fn breach(
    view: &View<'_>,
    (first, day): (ClaimId, Bound),
    (second, next): (ClaimId, Bound),
    (gap, length): (&'static str, Option<Length>),
) -> Finding {
    let claims = view.claims();
    let (one, two) = (view.attested(first), view.attested(second));
    let fact = ClaimFact::Order { first: one, day, second: two, next, gap, length };
    Finding::new(Code::Order, fact, Site::field(claims.place(second), "valid"))
        .about(claims.id(second))
        .about(claims.id(first))
        .related(PlaceFact::Record { claim: one }, Site::field(claims.place(first), "valid"))
}

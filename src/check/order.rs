//! One thing comes before another.
//!
//! *Law.* For a claim a of the rule's relations and a claim b of `then` whose subject (or object, by `of`) is the subject
//! of a: the named end of a lies no later than the named end of b, at least `at_least` and at most `at_most` before it.
//! Broken iff no choice of days keeps it, where a claim begins no later than it ends. Of many b, the one that breaks it most
//! is reported. An end that is not stated breaks nothing; where a claim's value is a date, that date is both its ends.

use rayon::prelude::*;

use super::found::{Breaches, Disorder, Found};
use super::scope;
use crate::graph::View;
use crate::model::{
    ClaimFact, ClaimId, Code, EntityId, Finding, OrderRule, PlaceFact, RelationId, Role, Rule, Site,
};
use crate::time::Bound;

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, kind: &OrderRule) -> Vec<Breaches> {
    let relations = scope(view.graph, rule);
    let part = |relation| Breaches { found: of_relation(view, relation, kind), ..Breaches::default() };
    relations.into_par_iter().map(part).collect()
}

fn of_relation(view: &View<'_>, relation: RelationId, kind: &OrderRule) -> Vec<Found> {
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
        let later = &later[start..end];
        let disorder = |second: &Later| breach((first, mine), second, kind);
        if view.wants_pairs {
            let others = later.iter().filter(|second| second.2 != first);
            found.extend(others.filter_map(disorder).map(Found::OutOfOrder));
        } else {
            found.extend(worst(view, (first, mine), later, kind).map(Found::OutOfOrder));
        }
    }
    found
}

fn whose(view: &View<'_>, claim: ClaimId, role: Role) -> Option<EntityId> {
    match role {
        Role::Subject => view.claims().subject(claim),
        Role::Object => view.claims().object(claim).entity,
    }
}

/// An entity, an end of a claim about it, and the claim.
type Later = (EntityId, Bound, ClaimId);

/// How the claim that breaks the law most does: the one that comes soonest if too soon, else the one that comes latest.
fn worst(
    view: &View<'_>,
    (first, day): (ClaimId, Bound),
    later: &[Later],
    kind: &OrderRule,
) -> Option<Disorder> {
    let others = || later.iter().filter(|row| row.2 != first);
    let said = |one: &Later, two: &Later| view.by_begun(one.2, two.2);
    let soonest = others().min_by(|one, two| one.1.latest.cmp(&two.1.latest).then_with(|| said(one, two)))?;
    let latest =
        others().max_by(|one, two| one.1.earliest.cmp(&two.1.earliest).then_with(|| said(two, one)))?;
    let too_soon = breach((first, day), soonest, kind).filter(|disorder| disorder.gap != "most");
    too_soon.or_else(|| breach((first, day), latest, kind))
}

/// How the second claim breaks the law, if it does: it certainly comes too soon, or too late.
fn breach((first, day): (ClaimId, Bound), (_, next, second): &Later, kind: &OrderRule) -> Option<Disorder> {
    let disorder = |gap, length| Some(Disorder { first, day, second: *second, next: *next, gap, length });
    let least = kind.at_least.map_or(day.earliest, |length| day.earliest.plus(length));
    if next.latest < least {
        return disorder(if kind.at_least.is_some() { "least" } else { "none" }, kind.at_least);
    }
    let most = kind.at_most?;
    if next.earliest > day.latest.plus(most) { disorder("most", Some(most)) } else { None }
}

/// The finding for two claims in the wrong order.
pub fn out_of_order(view: &View<'_>, disorder: &Disorder) -> Finding {
    let Disorder { first, day, second, next, gap, length } = *disorder;
    let claims = view.claims();
    let (one, two) = (view.attested(first), view.attested(second));
    let fact = ClaimFact::Order { first: one, day, second: two, next, gap, length };
    Finding::new(Code::Order, fact, Site::field(claims.place(second), "valid"))
        .about(claims.id(second))
        .about(claims.id(first))
        .related(PlaceFact::Record { claim: one }, Site::field(claims.place(first), "valid"))
}

//! A claim requires another one.
//!
//! *Law.* For each claim of the rule's relations, its subject (or object, by `of`) is the subject of a claim of one of
//! the relations in `requires` (or a narrower one), with one of `objects` if these are given, and with `same_time` on some
//! day on which the claim may hold.

use std::collections::BTreeMap;

use super::scope;
use crate::graph::View;
use crate::model::{ClaimFact, ClaimId, Code, Companion, EntityId, Finding, Role, Rule, Site};
use crate::time::{Contact, overlap};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, kind: &Companion) -> Vec<Finding> {
    let companions = companions(view, kind);
    let claims = view.claims();
    let mut found = Vec::new();
    for relation in scope(view.graph, rule) {
        for claim in view.rows_of(relation).iter().filter(|row| row.asserts()).map(|row| row.claim) {
            let entity = match kind.of {
                Role::Subject => claims.subject(claim),
                Role::Object => claims.object(claim).entity,
            };
            let Some(entity) = entity else { continue };
            let there = companions.get(&entity).map_or(&[][..], Vec::as_slice);
            let fits = |other: &ClaimId| {
                *other != claim
                    && (!kind.same_time
                        || overlap(view.period(claim), view.period(*other), Contact::Closed).is_possible())
            };
            if !there.iter().any(fits) {
                found.push(missing(view, kind, claim, entity, !there.is_empty()));
            }
        }
    }
    found
}

/// The claims that can be companions, by what they are about.
fn companions(view: &View<'_>, kind: &Companion) -> BTreeMap<EntityId, Vec<ClaimId>> {
    let mut companions: BTreeMap<EntityId, Vec<ClaimId>> = BTreeMap::new();
    for relation in &kind.requires {
        for row in view.rows_under(*relation).iter().filter(|row| row.asserts()) {
            let named = row.object.entity.is_some_and(|object| kind.objects.contains(&object));
            if let (true, Some(subject)) = (kind.objects.is_empty() || named, row.subject) {
                companions.entry(subject).or_default().push(row.claim);
            }
        }
    }
    companions
}

fn missing(
    view: &View<'_>,
    kind: &Companion,
    claim: ClaimId,
    entity: EntityId,
    at_other_times: bool,
) -> Finding {
    let fact = ClaimFact::MissingCompanion {
        claim,
        entity,
        relations: kind.requires.as_slice().into(),
        objects: kind.objects.as_slice().into(),
        when: if at_other_times { "then" } else { "none" },
    };
    let field = if kind.of == Role::Subject { "subject" } else { "object" };
    Finding::new(Code::MissingCompanion, fact, Site::field(view.claims().place(claim), field))
        .about(view.claims().id(claim))
}

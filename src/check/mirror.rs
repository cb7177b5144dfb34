//! The claim in the other direction.
//!
//! *Law.* For each claim (s, r, o) between entities there is a claim (o, r′, s) that may hold on some day on which it
//! holds, where r′ is the relation that the rule names, else the declared inverse of r, else r itself.

use super::scope;
use crate::graph::{View, ViewRow};
use crate::model::{ClaimFact, ClaimId, Code, EntityId, Finding, RelationId, Rule, Site};
use crate::time::{Contact, overlap};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, by: Option<RelationId>) -> Vec<Finding> {
    let mut found = Vec::new();
    for relation in scope(view.graph, rule) {
        let inverse = view.graph.base.relations.record(relation).and_then(|record| record.inverse);
        let back = by.or(inverse).unwrap_or(relation);
        found.extend(relation_findings(view, relation, back));
        // A declared inverse binds both ways: what the other side says must be a claim here too.
        if by.is_none() && inverse.is_some_and(|inverse| inverse != relation) {
            found.extend(relation_findings(view, back, relation));
        }
    }
    found
}

fn relation_findings(view: &View<'_>, relation: RelationId, back: RelationId) -> Vec<Finding> {
    let there = ends(&view.rows_under(back));
    let mut found = Vec::new();
    for (subject, object, claim) in ends(view.rows_of(relation)) {
        let start = there.partition_point(|row| (row.0, row.1) < (object, subject));
        let candidates = there[start..].iter().take_while(|row| (row.0, row.1) == (object, subject));
        let mut others = candidates.map(|row| row.2).filter(|other| *other != claim || subject == object);
        if !others.any(|other| overlap(view.period(claim), view.period(other), Contact::Closed).is_possible())
        {
            found.push(missing(view, claim, (subject, object), back));
        }
    }
    found
}

/// Claims between two entities, sorted by these.
fn ends(rows: &[ViewRow]) -> Vec<(EntityId, EntityId, ClaimId)> {
    let between = |row: &ViewRow| match (row.subject, row.object.entity) {
        (Some(subject), Some(object)) if row.asserts() => Some((subject, object, row.claim)),
        _ => None,
    };
    let mut ends: Vec<_> = rows.iter().filter_map(between).collect();
    ends.sort_unstable();
    ends
}

fn missing(
    view: &View<'_>,
    claim: ClaimId,
    (subject, object): (EntityId, EntityId),
    back: RelationId,
) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::MissingMirror { claim, subject: object, relation: back, object: subject };
    Finding::new(Code::MissingCompanion, fact, Site::field(claims.place(claim), "object"))
        .about(claims.id(claim))
        .key(view.graph.base.relations.id(back))
}

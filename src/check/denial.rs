//! A claim and its denial.
//!
//! *Law.* For a claim a of relation r and a denial n of r (or of a relation that r is narrower than) with the same subject
//! and object: not both hold on one day. A denial without dates denies for all time.

use std::collections::BTreeSet;

use super::found::{Found, Law, Part};
use super::rivals;
use crate::graph::{Rivalry, Side, View, ViewRow};
use crate::model::{
    ClaimFact, ClaimId, Code, EntityId, Finding, LawFact, Object, PlaceFact, RelationId, Site,
};

/// All claims that are denied.
pub fn check(view: &View<'_>) -> Vec<Part> {
    if !view.claims().any_denies() {
        return Vec::new();
    }
    let denies = |relation: &RelationId| view.rows_of(*relation).iter().any(|row| row.denies);
    let mut relations: Vec<RelationId> = view.graph.base.relations.iter().filter(denies).collect();
    relations.sort_by_key(|relation| view.graph.base.relations.id(*relation));
    let found = relations.into_iter().flat_map(|relation| of_relation(view, relation)).collect();
    vec![Part { law: Some(LawFact::Denial {}), found, ..Part::default() }]
}

fn of_relation(view: &View<'_>, relation: RelationId) -> Vec<Found> {
    let key = |row: &ViewRow| (row.subject, row.object);
    let denials: Vec<ViewRow> =
        view.rows_of(relation).iter().filter(|row| row.denies && !row.period.is_pending()).copied().collect();
    let denied: BTreeSet<_> = denials.iter().map(key).collect();
    let asserted = view.rows_under(relation);
    let asserted = asserted.iter().filter(|row| row.asserts() && denied.contains(&key(row)));
    let mut rows: Vec<ViewRow> = denials.iter().chain(asserted).copied().collect();
    rows.sort_unstable_by_key(|row| (key(row), row.claim));
    let mut found = Vec::new();
    for group in rows.chunk_by(|one, two| key(one) == key(two)) {
        let (never, dated): (Vec<ViewRow>, Vec<ViewRow>) =
            group.iter().partition(|row| row.denies && view.is_timeless(row.claim));
        for denial in never {
            let asserted = dated.iter().filter(|row| !row.denies).map(|row| row.claim);
            let unsettled = asserted.filter(|claim| !view.are_settled(*claim, denial.claim));
            found.extend(unsettled.map(|claim| Found::DeniedForEver(claim, denial.claim)));
        }
        let class = |row: &ViewRow| Object::Entity(EntityId::new(usize::from(row.denies)));
        let side = |row: &ViewRow| if row.denies { Side::One } else { Side::Other };
        let rivalry = Rivalry { rivals: &|_, _| true, class: &class, side: &side };
        found.extend(rivals::within(view, &dated, &rivalry));
    }
    found
}

/// The finding for a claim that is denied for all time.
pub fn denied(view: &View<'_>, claim: ClaimId, denial: ClaimId, law: &Law) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Denied { claim: view.attested(claim), denial, law: law.clone() };
    let record = PlaceFact::Record { claim: view.attested(denial) };
    Finding::new(Code::Contradiction, fact, Site::field(claims.place(claim), "valid"))
        .about(claims.id(claim))
        .about(claims.id(denial))
        .related(record, Site::field(claims.place(denial), "not"))
}

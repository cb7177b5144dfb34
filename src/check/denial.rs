//! A claim and its denial.
//!
//! *Law.* For a claim a of relation r and a denial n of r (or of a relation that r is narrower than) with the same subject
//! and far side: not both hold on one day. A denial that names an object and no value denies every value of it. A denial
//! without dates denies for all time. A claim of a symmetric or inverse relation may be reported from either side.
//! Denials are compared with what they deny in groups: those of one value, and those of all values. An open claim is
//! reported with the first denial that may have taken over from it in each.

use std::collections::BTreeSet;

use super::found::{Breaches, Found, SharedLaw};
use super::rivals;
use crate::graph::{Rivalry, Side, View, ViewRow};
use crate::model::{ClaimFact, ClaimId, Code, EntityId, Finding, LawFact, PlaceFact, RelationId, Site};

/// All claims that are denied.
pub fn check(view: &View<'_>) -> Vec<Breaches> {
    if !view.claims().any_denies() {
        return Vec::new();
    }
    let denies = |relation: &RelationId| view.rows_of(*relation).iter().any(|row| row.denies);
    let mut relations: Vec<RelationId> = view.graph.base.relations.iter().filter(denies).collect();
    relations.sort_by_key(|relation| view.graph.base.relations.id(*relation));
    let found = relations.into_iter().flat_map(|relation| of_relation(view, relation)).collect();
    vec![Breaches { law: Some(LawFact::Denial {}), found, ..Breaches::default() }]
}

fn of_relation(view: &View<'_>, relation: RelationId) -> Vec<Found> {
    let key = |row: &ViewRow| (row.subject, row.object);
    let ends = |row: &ViewRow| (row.subject, row.object.end());
    let mut denials: Vec<ViewRow> =
        view.rows_of(relation).iter().filter(|row| row.denies && !row.period.is_pending()).copied().collect();
    denials.sort_unstable_by_key(|row| (key(row), row.claim));
    let denied: BTreeSet<_> = denials.iter().map(ends).collect();
    let rows = view.rows_saying(relation);
    let asserted = rows.iter().filter(|row| row.asserts() && denied.contains(&ends(row)));
    let mut asserted: Vec<ViewRow> = asserted.copied().collect();
    asserted.sort_unstable_by_key(|row| (key(row), row.claim));
    let mut found = Vec::new();
    for denials in denials.chunk_by(|one, two| key(one) == key(two)) {
        let (subject, denied) = key(&denials[0]);
        // What a denial covers lies together: those with its value, or all of its ends.
        let from = asserted.partition_point(|row| key(row) < (subject, denied));
        let covered =
            asserted[from..].iter().take_while(|row| row.subject == subject && denied.covers(row.object));
        found.extend(group(view, denials, &covered.copied().collect::<Vec<_>>()));
    }
    found
}

/// What is wrong between denials of one thing and the claims that they deny.
fn group(view: &View<'_>, denials: &[ViewRow], asserted: &[ViewRow]) -> Vec<Found> {
    let (never, dated): (Vec<ViewRow>, Vec<ViewRow>) =
        denials.iter().partition(|denial| view.is_timeless(denial.claim));
    let mut found = Vec::new();
    for denial in never {
        let unsettled = asserted.iter().filter(|row| !view.are_settled(row.claim, denial.claim));
        found.extend(unsettled.map(|row| Found::DeniedForEver(row.claim, denial.claim)));
    }
    let class = |row: &ViewRow| EntityId::new(usize::from(row.denies)).into();
    let side = |row: &ViewRow| if row.denies { Side::One } else { Side::Other };
    let rivalry = Rivalry { rivals: &|_, _| true, class: &class, side: &side };
    found.extend(rivals::within(view, &[dated.as_slice(), asserted].concat(), &rivalry));
    found
}

/// The finding for a claim that is denied for all time.
pub fn denied(view: &View<'_>, claim: ClaimId, denial: ClaimId, law: &SharedLaw) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Denied { claim: view.attested(claim), denial, law: law.clone() };
    let record = PlaceFact::Record { claim: view.attested(denial) };
    Finding::new(Code::Contradiction, fact, Site::field(claims.place(claim), "valid"))
        .about(claims.id(claim))
        .about(claims.id(denial))
        .related(record, Site::field(claims.place(denial), "not"))
}

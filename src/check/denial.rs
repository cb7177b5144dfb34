//! A claim and its denial.
//!
//! *Law.* For a claim a of relation r and a denial n of r (or of a relation that r is narrower than) with the same subject
//! and object: not both hold on one day. A denial without dates denies for all time.

use std::collections::BTreeSet;

use super::rivals;
use super::say::{authority, say, when};
use super::sweep::{Facing, Rivalry};
use crate::graph::View;
use crate::model::{ClaimId, Code, EntityId, Finding, Object, RelationId, Site};
use crate::time::Edge;

const LAW: &str = "A claim and its denial cannot both hold";

/// All claims that are denied.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let claims = view.claims();
    let denials: Vec<ClaimId> = claims.iter().filter(|claim| claims.denies(*claim) && view.is_live(*claim)).collect();
    let relations: BTreeSet<RelationId> = denials.iter().filter_map(|claim| claims.relation(*claim)).collect();
    let mut found = Vec::new();
    for relation in relations {
        found.extend(relation_findings(view, relation, &denials));
    }
    found
}

fn relation_findings(view: &View<'_>, relation: RelationId, denials: &[ClaimId]) -> Vec<Finding> {
    let claims = view.claims();
    let key = |claim: ClaimId| (claims.subject(claim), claims.object(claim));
    let own = denials.iter().copied().filter(|claim| claims.relation(*claim) == Some(relation));
    let mut keyed: Vec<_> = own.map(|claim| (key(claim), claim)).collect();
    let denied: BTreeSet<_> = keyed.iter().map(|(key, _)| *key).collect();
    let asserted = view.graph.claims_under(relation).filter(|claim| view.is_live(*claim) && !claims.denies(*claim));
    keyed.extend(asserted.map(|claim| (key(claim), claim)).filter(|(key, _)| denied.contains(key)));
    keyed.sort_unstable();
    let mut found = Vec::new();
    for group in keyed.chunk_by(|one, two| one.0 == two.0) {
        let (never, dated): (Vec<ClaimId>, Vec<ClaimId>) =
            group.iter().map(|row| row.1).partition(|claim| claims.denies(*claim) && is_timeless(view, *claim));
        for denial in never {
            let asserted = dated.iter().filter(|claim| !claims.denies(**claim));
            found.extend(asserted.map(|claim| never_so(view, *claim, denial)));
        }
        let side = |claim: ClaimId| claims.denies(claim);
        let class = |claim: ClaimId| Object::Entity(EntityId::new(usize::from(claims.denies(claim))));
        let rivalry = Rivalry { rivals: &|_, _| true, class: &class, facing: Facing::Opposite(&side) };
        found.extend(rivals::findings(view, &dated, &rivalry, LAW));
    }
    found
}

/// Whether neither end is stated.
fn is_timeless(view: &View<'_>, claim: ClaimId) -> bool {
    let period = view.claims().period(claim);
    period.start_edge() != Edge::Stated && period.is_open()
}

fn never_so(view: &View<'_>, claim: ClaimId, denial: ClaimId) -> Finding {
    let claims = view.claims();
    let (asserted, denied) = (say(view.graph.base, claim), say(view.graph.base, denial));
    let message = format!("{asserted} is denied for all time by {denied}");
    Finding::new(Code::Contradiction, message, Site::field(claims.place(claim), "valid"))
        .label(format!("holds {} ({})", when(view, claim), authority(view, claim)))
        .help(format!("{LAW}. Correct the one that is wrong, or give the denial its dates"))
        .about(claims.id(claim))
        .about(claims.id(denial))
        .related(format!("`{}` ({})", claims.id(denial), authority(view, denial)), Site::field(claims.place(denial), "not"))
}

//! Subject and object exist at the same time.
//!
//! *Law.* An entity exists from the start of its claims of `begins` to the start of its claims of `ends`; where there is no
//! such claim, that end is not known and breaks nothing. For each claim of the rule's relations, subject and object exist
//! together on some day, and with `cover` both exist on every day of the claim. Broken iff no choice of days keeps it.

use std::collections::BTreeMap;

use super::scope;
use crate::graph::{View, ViewRow};
use crate::model::{
    ClaimFact, ClaimId, Code, EntityId, Finding, PlaceFact, RelationId, Rule, Site, Terminal,
};
use crate::time::{Bound, Edge};

/// From when and until when an entity exists, as far as claims say it.
#[derive(Debug, Clone, Copy, Default)]
struct Existence {
    begins: Option<(Bound, ClaimId)>,
    ends: Option<(Bound, ClaimId)>,
}

/// All breaches of the rule.
pub fn check(
    view: &View<'_>,
    rule: &Rule,
    begins: &[RelationId],
    ends: &[RelationId],
    cover: bool,
) -> Vec<Finding> {
    let existences = existences(view, begins, ends);
    let exists = |entity: EntityId| existences.get(&entity).copied().unwrap_or_default();
    let claims = view.claims();
    let mut found = Vec::new();
    for relation in scope(view.graph, rule) {
        for claim in view.rows_of(relation).iter().filter(|row| row.asserts()).map(|row| row.claim) {
            let (Some(subject), Some(object)) = (claims.subject(claim), claims.object(claim).entity) else {
                continue;
            };
            let (one, two) = (exists(subject), exists(object));
            if let Some(finding) = apart(view, claim, (subject, one), (object, two)) {
                found.push(finding);
            } else if cover {
                found
                    .extend(outside(view, claim, subject, one).or_else(|| outside(view, claim, object, two)));
            }
        }
    }
    found
}

fn existences(view: &View<'_>, begins: &[RelationId], ends: &[RelationId]) -> BTreeMap<EntityId, Existence> {
    let mut existences: BTreeMap<EntityId, Existence> = BTreeMap::new();
    for (relations, begin) in [(begins, true), (ends, false)] {
        let rows: Vec<ViewRow> =
            relations.iter().flat_map(|relation| view.rows_under(*relation).into_owned()).collect();
        for claim in rows.iter().filter(|row| row.asserts()).map(|row| row.claim) {
            let (Some(subject), Some(bound)) =
                (view.claims().subject(claim), view.stated(claim, Terminal::Start))
            else {
                continue;
            };
            let existence = existences.entry(subject).or_default();
            // Several dates for one end: only what all of them exclude is certain. The first is shown.
            let slot = if begin { &mut existence.begins } else { &mut existence.ends };
            let first = |other: ClaimId| if view.by_begun(claim, other).is_lt() { claim } else { other };
            *slot = Some(slot.map_or((bound, claim), |(other, by)| (other.hull(bound), first(by))));
        }
    }
    existences
}

fn apart(
    view: &View<'_>,
    claim: ClaimId,
    one: (EntityId, Existence),
    two: (EntityId, Existence),
) -> Option<Finding> {
    let gone = |(earlier, ends): (EntityId, Existence), (later, begins): (EntityId, Existence)| {
        let (end, start) = (ends.ends?, begins.begins?);
        (end.0.latest < start.0.earliest).then_some(((earlier, end), (later, start)))
    };
    let ((earlier, end), (later, start)) = gone(one, two).or_else(|| gone(two, one))?;
    let fact = ClaimFact::NeverTogether { claim, earlier, ended: end.0, later, began: start.0 };
    let finding = finding(view, claim, fact)
        .related(PlaceFact::End { entity: earlier }, at(view, end.1))
        .related(PlaceFact::Beginning { entity: later }, at(view, start.1));
    Some(finding)
}

fn outside(view: &View<'_>, claim: ClaimId, entity: EntityId, existence: Existence) -> Option<Finding> {
    let period = view.period(claim);
    let stated = view.claims().period(claim);
    if let Some((began, by)) = existence.begins
        && stated.start_edge() == Edge::Stated
        && period.fl() < began.earliest
    {
        let finding = finding(view, claim, ClaimFact::TooEarly { claim, entity, began });
        return Some(finding.related(PlaceFact::Beginning { entity }, at(view, by)));
    }
    let (ended, by) = existence.ends?;
    if !stated.is_open() && period.ue() > ended.latest {
        let finding = finding(view, claim, ClaimFact::TooLong { claim, entity, ended });
        return Some(finding.related(PlaceFact::End { entity }, at(view, by)));
    }
    None
}

fn at(view: &View<'_>, claim: ClaimId) -> Site {
    Site::field(view.claims().place(claim), "valid")
}

fn finding(view: &View<'_>, claim: ClaimId, fact: ClaimFact) -> Finding {
    Finding::new(Code::NotContemporary, fact, at(view, claim)).about(view.claims().id(claim))
}

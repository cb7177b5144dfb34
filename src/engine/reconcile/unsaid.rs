//! Ends that one report leaves unsaid, and that the records or another report tell: "Azure is the exclusive cloud", of whom the other
//! report speaks.
//!
//! *Law.* An end is told by the records if all their claims that say what the sentence says have the same there, else by the other
//! sentences if all that surely say the relation of its other end have the same there.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::model::{Assertion, ClaimId, Confidence, EntityId, Reading, RelationId, Role};
use crate::text::FileId;

/// What relations concern that some reports name and others do not, and the reports that leave any of it out.
#[must_use]
pub fn named_elsewhere(readings: &[Reading], graph: &Graph<'_>) -> (Vec<EntityId>, Vec<FileId>) {
    let concerned = graph.base.relations.described().flat_map(|(_, record)| record.concerns.iter().copied());
    let concerned: BTreeSet<EntityId> = concerned.collect();
    let names = |reading: &Reading, entity: EntityId| {
        let mut named = reading.sentences.iter().flat_map(|sentence| &sentence.entities);
        named.any(|named| graph.parts.same_or_part(*named, entity))
    };
    let mut silent: BTreeSet<FileId> = BTreeSet::new();
    let mut elsewhere = Vec::new();
    for entity in concerned {
        let without: Vec<FileId> =
            readings.iter().filter(|reading| !names(reading, entity)).map(|reading| reading.file).collect();
        if !without.is_empty() && without.len() < readings.len() {
            elsewhere.push(entity);
            silent.extend(without);
        }
    }
    (elsewhere, silent.into_iter().collect())
}

/// Fills the ends that are told.
pub fn fill(readings: &mut [Reading], graph: &Graph<'_>) {
    let said = said_elsewhere(readings);
    let sentences = readings.iter_mut().flat_map(|reading| &mut reading.sentences);
    for one in sentences.flat_map(|sentence| &mut sentence.assertions) {
        let Some(role) = unsaid(one, graph) else { continue };
        let on_record = only(one.claims.iter().filter_map(|claim| end(graph, *claim, role)));
        let told = on_record.or_else(|| {
            let said = said.get(&(one.relation, role, other_end(one, role)?))?;
            only(said.iter().copied())
        });
        match role {
            Role::Subject => one.subject = told,
            Role::Object => one.object = told,
        }
    }
}

/// The end that an assertion leaves unsaid.
fn unsaid(one: &Assertion, graph: &Graph<'_>) -> Option<Role> {
    let relations = &graph.base.relations;
    let takes_entity = relations.record(one.relation).and_then(|record| record.takes);
    let has_both = takes_entity.is_some_and(|takes| takes.entity() && takes.value().is_none());
    if !has_both || one.unrecorded.is_some() || relations.is_one_place(one.relation) {
        return None;
    }
    match (one.subject, one.object) {
        (Some(_), None) => Some(Role::Object),
        (None, Some(_)) => Some(Role::Subject),
        _ => None,
    }
}

fn other_end(one: &Assertion, role: Role) -> Option<EntityId> {
    match role {
        Role::Subject => one.object,
        Role::Object => one.subject,
    }
}

fn end(graph: &Graph<'_>, claim: ClaimId, role: Role) -> Option<EntityId> {
    match role {
        Role::Subject => graph.base.claims.subject(claim),
        Role::Object => graph.base.claims.object(claim).entity,
    }
}

/// What sentences surely say that leave nothing unsaid: of each relation and each entity at one end, what is at the other.
fn said_elsewhere(readings: &[Reading]) -> BTreeMap<(RelationId, Role, EntityId), BTreeSet<EntityId>> {
    let mut said: BTreeMap<_, BTreeSet<EntityId>> = BTreeMap::new();
    let all = readings.iter().flat_map(|reading| &reading.sentences);
    let sure = all.flat_map(|sentence| &sentence.assertions).filter(|one| one.confidence == Confidence::High);
    for one in sure {
        if let (Some(subject), Some(object)) = (one.subject, one.object) {
            said.entry((one.relation, Role::Object, subject)).or_default().insert(object);
            said.entry((one.relation, Role::Subject, object)).or_default().insert(subject);
        }
    }
    said
}

/// The only one of some.
fn only(ends: impl Iterator<Item = EntityId>) -> Option<EntityId> {
    let mut ends = ends;
    let first = ends.next()?;
    ends.all(|other| other == first).then_some(first)
}

//! Relations that exclude each other.
//!
//! *Law.* For a claim a of the rule's relations and a claim b of `with` (or of narrower relations) that share the ends
//! named by `same` and differ in the end named by `different`: not both hold on one day.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::rivals;
use super::scope;
use super::sweep::{Facing, Rivalry};
use crate::graph::{Row, View};
use crate::model::{EntityId, Finding, Incompatible, Law, Object, Relation, RelationId, Role, Rule, RuleScope};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, kind: &Incompatible) -> Vec<Finding> {
    let relations = scope(view.graph, rule);
    relations.into_par_iter().flat_map_iter(|relation| relation_findings(view, rule, kind, relation)).collect()
}

/// The other relations: those of the rule, else those that the relation declares by the rule's law.
fn others<'a>(rule: &Rule, kind: &'a Incompatible, record: Option<&'a Relation>) -> &'a [RelationId] {
    if !kind.with.is_empty() {
        return &kind.with;
    }
    match (&rule.scope, record) {
        (RuleScope::Law(Law::ExcludesOthers), Some(record)) => &record.excludes_others,
        (_, Some(record)) => &record.incompatible_with,
        (_, None) => &[],
    }
}

fn relation_findings(view: &View<'_>, rule: &Rule, kind: &Incompatible, relation: RelationId) -> Vec<Finding> {
    let graph = view.graph;
    let record = graph.base.relations.record(relation);
    let with = others(rule, kind, record);
    let own: BTreeSet<RelationId> = graph.broader.narrower(relation).iter().copied().collect();
    let other: BTreeSet<RelationId> = with.iter().flat_map(|relation| graph.broader.narrower(*relation)).copied().collect();
    let named = |row: &Row, objects: &[EntityId]| match row.object {
        Object::Entity(object) => objects.contains(&object),
        _ => false,
    };
    // A relation that is on both sides (the sole supplier is a supplier) stands on the side of the rule's relations.
    let mut keyed: Vec<(Key, bool, Row)> = Vec::new();
    for (side, relations, objects) in [(true, &own, &kind.objects), (false, &other, &kind.with_objects)] {
        for relation in relations.iter().filter(|relation| side || !own.contains(relation)) {
            let members = view.rows_of(*relation).iter().filter(|row| !row.denies);
            let members = members.filter(|row| objects.is_empty() || named(row, objects));
            keyed.extend(members.map(|row| (key(row, &kind.same), side, *row)));
        }
    }
    keyed.sort_unstable_by_key(|(key, side, row)| (*key, *side, row.claim));
    let both_sides_own = !other.is_disjoint(&own);
    let relation_of = |row: &Row| view.claims().relation(row.claim);
    let is_own = |row: &Row| relation_of(row).is_some_and(|relation| own.contains(&relation));
    let differing = |row: &Row| kind.different.map_or(Object::None, |role| end(row, role));
    let are_rivals = |one: &Row, two: &Row| match kind.different {
        Some(_) => view.are_rivals(differing(one), differing(two), None),
        None => true,
    };
    // Where no end must differ, the side is what tells rivals apart; where a relation is on both sides, its relation is.
    let class = |row: &Row| match kind.different {
        Some(_) => differing(row),
        None if both_sides_own => Object::Entity(EntityId::new(relation_of(row).map_or(0, |id| id.index() + 1))),
        None => Object::Entity(EntityId::new(usize::from(is_own(row)))),
    };
    let facing = if both_sides_own { Facing::Marked(&is_own) } else { Facing::Opposite(&is_own) };
    let rivalry = Rivalry { rivals: &are_rivals, class: &class, facing };
    let law = law(view, relation, with, kind);
    let mut found = Vec::new();
    for group in keyed.chunk_by(|one, two| one.0 == two.0) {
        let mixed = both_sides_own || (group.iter().any(|row| row.1) && group.iter().any(|row| !row.1));
        let complete = group.first().is_some_and(|row| row.0.is_complete(&kind.same));
        if group.len() > 1 && mixed && complete {
            let members: Vec<Row> = group.iter().map(|row| row.2).collect();
            found.extend(rivals::findings(view, &members, &rivalry, &law));
        }
    }
    found
}

/// The ends that claims must share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    subject: Object,
    object: Object,
}

impl Key {
    /// Whether the claim has all the ends that must be shared.
    fn is_complete(self, same: &[Role]) -> bool {
        same.iter().all(|role| match role {
            Role::Subject => self.subject != Object::None,
            Role::Object => self.object != Object::None,
        })
    }
}

fn key(row: &Row, same: &[Role]) -> Key {
    let shared = |role: Role| if same.contains(&role) { end(row, role) } else { Object::None };
    Key { subject: shared(Role::Subject), object: shared(Role::Object) }
}

fn end(row: &Row, role: Role) -> Object {
    match role {
        Role::Subject => row.subject.map_or(Object::None, Object::Entity),
        Role::Object => row.object,
    }
}

fn law(view: &View<'_>, relation: RelationId, with: &[RelationId], kind: &Incompatible) -> String {
    let relations = &view.graph.base.relations;
    let others: Vec<String> = with.iter().map(|other| format!("“{}”", relations.label(*other))).collect();
    let whom = match (kind.same.as_slice(), kind.different) {
        (_, Some(Role::Subject)) => "of the same object and another subject",
        (_, Some(Role::Object)) => "of the same subject and another object",
        ([Role::Subject], None) => "of the same subject",
        ([Role::Object], None) => "of the same object",
        _ => "between the same two",
    };
    format!("“{}” excludes {} {whom}", relations.label(relation), others.join(" and "))
}

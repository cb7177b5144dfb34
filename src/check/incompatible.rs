//! Relations that exclude each other.
//!
//! *Law.* For a claim a of the rule's relations and a claim b of `with` (or of narrower relations) that share the ends
//! named by `same` and differ in the end named by `different`: not both hold on one day; with `ever`, not both are true,
//! whatever their dates.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bloom::BloomPair;
use super::found::Breaches;
use super::{rivals, scope};
use crate::graph::{Rivalry, Side, View, ViewRow};
use crate::model::{
    EntityId, Incompatible, Law, LawFact, Object, Relation, RelationId, Role, Rule, RuleScope,
};

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, kind: &Incompatible) -> Vec<Breaches> {
    let relations = scope(view.graph, rule);
    relations.into_par_iter().map(|relation| part_of(view, rule, kind, relation)).collect()
}

/// The other relations: those of the rule, else those that the relation declares by the rule's law.
pub fn others<'a>(rule: &Rule, kind: &'a Incompatible, record: Option<&'a Relation>) -> &'a [RelationId] {
    if !kind.with.is_empty() {
        return &kind.with;
    }
    match (&rule.scope, record) {
        (RuleScope::Law(Law::ExcludesOthers), Some(record)) => &record.excludes_others,
        (_, Some(record)) => &record.incompatible_with,
        (_, None) => &[],
    }
}

fn part_of(view: &View<'_>, rule: &Rule, kind: &Incompatible, relation: RelationId) -> Breaches {
    let graph = view.graph;
    let record = graph.base.relations.record(relation);
    let with = others(rule, kind, record);
    let own: BTreeSet<RelationId> = graph.broader.narrower(relation).into_iter().collect();
    let other: BTreeSet<RelationId> =
        with.iter().flat_map(|relation| graph.broader.narrower(*relation)).collect();
    let named = |row: &ViewRow, objects: &[EntityId]| {
        row.object.entity.is_some_and(|object| objects.contains(&object))
    };
    // A relation may be on both sides (the sole supplier is a supplier), and so may its claims.
    let side = |row: &ViewRow, relation: RelationId| {
        let is_one = own.contains(&relation) && (kind.objects.is_empty() || named(row, &kind.objects));
        let is_other =
            other.contains(&relation) && (kind.with_objects.is_empty() || named(row, &kind.with_objects));
        match (is_one, is_other) {
            (true, true) => Some(Side::Both),
            (true, false) => Some(Side::One),
            (false, true) => Some(Side::Other),
            (false, false) => None,
        }
    };
    let runs: Vec<(RelationId, &[ViewRow])> =
        own.union(&other).map(|relation| (*relation, view.rows_of(*relation))).collect();
    let rows = || {
        let with_relation = runs.iter().flat_map(|(relation, rows)| rows.iter().map(|row| (*relation, row)));
        with_relation
            .filter(|(relation, row)| row.asserts() && has_ends(view, *relation, row, &kind.same))
            .filter_map(|(relation, row)| Some((key(row, &kind.same), side(row, relation)?, row)))
    };
    // For most claims, nothing on the other side shares the ends.
    let mut filters = BloomPair::new(runs.iter().map(|(_, rows)| rows.len()).sum());
    rows().for_each(|(key, side, _)| filters.insert(&key, side));
    let mut keyed: Vec<(PairKey, Side, &ViewRow)> =
        rows().filter(|(key, ..)| filters.may_be_on_both(key)).collect();
    keyed.sort_unstable_by_key(|(key, _, row)| (*key, row.claim));
    let relation_of = |row: &ViewRow| view.claims().relation(row.claim);
    let differing = |row: &ViewRow| kind.different.map_or(Object::NONE, |role| row.end(role));
    let by_object = !kind.objects.is_empty() || !kind.with_objects.is_empty();
    // Where no end must differ, the relation does, or the object that the rule names.
    let are_rivals = |one: &ViewRow, two: &ViewRow| match kind.different {
        Some(_) => view.are_rivals(differing(one), differing(two), None),
        None => relation_of(one) != relation_of(two) || (by_object && one.object.end() != two.object.end()),
    };
    let ends: BTreeSet<_> =
        keyed.iter().filter(|_| by_object).map(|(.., row)| (relation_of(row), row.object.end())).collect();
    let number: BTreeMap<_, usize> = ends.into_iter().zip(0..).collect();
    let class = |row: &ViewRow| match kind.different {
        Some(_) => differing(row),
        None if by_object => {
            let number = number.get(&(relation_of(row), row.object.end())).copied();
            EntityId::new(number.unwrap_or(0)).into()
        }
        None => EntityId::new(relation_of(row).map_or(0, RelationId::index)).into(),
    };
    let side = |row: &ViewRow| relation_of(row).and_then(|relation| side(row, relation)).unwrap_or(Side::One);
    let rivalry = Rivalry { rivals: &are_rivals, class: &class, side: &side };
    let mut found = Vec::new();
    for group in keyed.chunk_by(|one, two| one.0 == two.0) {
        let mixed = group.iter().any(|row| row.1.faces(Side::One))
            && group.iter().any(|row| row.1.faces(Side::Other));
        if group.len() > 1 && mixed {
            let mut members: Vec<ViewRow> = group.iter().map(|row| *row.2).collect();
            if kind.ever {
                members.sort_by(|one, two| view.by_begun(one.claim, two.claim));
                found.extend(rivals::whenever(view, &members, |one, two| {
                    rivalry.excludes(one, two) && !view.are_settled(one.claim, two.claim)
                }));
            } else {
                found.extend(rivals::within(view, &members, &rivalry));
            }
        }
    }
    Breaches { law: Some(law(view, relation, with, kind)), found, ..Breaches::default() }
}

/// The ends that claims must share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct PairKey {
    subject: Object,
    object: Object,
}

/// Whether a claim has all the ends that must be shared. A claim about a subject alone shares having no other end.
fn has_ends(view: &View<'_>, relation: RelationId, row: &ViewRow, same: &[Role]) -> bool {
    same.iter().all(|role| !row.end(*role).is_none())
        || row.subject.is_some() && view.graph.base.relations.is_one_place(relation)
}

fn key(row: &ViewRow, same: &[Role]) -> PairKey {
    let shared = |role: Role| if same.contains(&role) { row.end(role) } else { Object::NONE };
    PairKey { subject: shared(Role::Subject), object: shared(Role::Object) }
}

fn law(view: &View<'_>, relation: RelationId, with: &[RelationId], kind: &Incompatible) -> LawFact {
    let ends = match (kind.same.as_slice(), kind.different) {
        (_, Some(Role::Subject)) => "other-subject",
        (_, Some(Role::Object)) => "other-object",
        ([Role::Subject], None) => "same-subject",
        (_, None) if view.graph.base.relations.is_one_place(relation) => "same-subject",
        ([Role::Object], None) => "same-object",
        _ => "same-both",
    };
    LawFact::Excludes { relation, others: with.into(), ends }
}

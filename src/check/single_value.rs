//! At most this many values at a time, or ever.
//!
//! *Law.* For claims a, b of the relation (or of a narrower one) with the same subject and rival objects (or the same
//! object and rival subjects, or the same two and rival values): not both hold on one day. Where a claim has no object,
//! its value is one. With `at_most: n`: no n + 1 claims with pairwise different far sides are known to hold on one day,
//! where a claim without an end is known on its first day and to its last attestation. With
//! `ever`: the same whatever the day. With `best`: only the preferred claims count, where there are any. Pairs of symmetric
//! and inverse relations are reported from either side.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::found::{Breaches, Excess, Found, SharedLaw};
use super::{rivals, scope};
use crate::graph::{Rivalry, Side, View, ViewRow};
use crate::model::{
    ClaimFact, ClaimId, Code, Finding, LawFact, Object, Per, PlaceFact, RelationId, Role, Rule, Site,
};
use crate::time::Day;

/// The parameters.
#[derive(Debug, Clone, Copy)]
pub struct ValueLimits {
    /// What is shared.
    pub per: Per,
    /// How many values it may have.
    pub at_most: usize,
    /// Whatever the time.
    pub ever: bool,
    /// Only among the preferred claims.
    pub best: bool,
}

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, limits: ValueLimits) -> Vec<Breaches> {
    let relations = scope(view.graph, rule);
    let all: HashSet<RelationId, FxBuildHasher> = relations.iter().copied().collect();
    let part = |relation: RelationId| {
        let mut part = part_of(view, relation, limits);
        // What is told of so many at once is told of them and more by the broader relation.
        if is_covered(view, relation, &all) {
            part.found.retain(|found| !matches!(found, Found::Cluster(..)));
        }
        part
    };
    relations.into_par_iter().map(part).collect()
}

/// Whether a relation that this one implies has the same law.
fn is_covered(view: &View<'_>, relation: RelationId, all: &HashSet<RelationId, FxBuildHasher>) -> bool {
    let tolerance =
        |relation: RelationId| view.graph.base.relations.record(relation).and_then(|record| record.tolerance);
    let mut broader = view.graph.broader.next_broader(relation).iter();
    broader.any(|broader| all.contains(broader) && tolerance(*broader) == tolerance(relation))
}

fn part_of(view: &View<'_>, relation: RelationId, limits: ValueLimits) -> Breaches {
    let shared = |row: &ViewRow| shared(row, limits.per);
    let varying = |row: &ViewRow| varying(row, limits.per);
    let record = view.graph.base.relations.record(relation);
    let (tolerance, is_figure) =
        (record.and_then(|record| record.tolerance), record.is_some_and(|record| record.figure));
    let are_rivals = |one: &ViewRow, two: &ViewRow| view.are_rivals(varying(one), varying(two), tolerance);
    let rivalry = Rivalry { rivals: &are_rivals, class: &varying, side: &|_| Side::Both };
    // Pairs are identified by their claims alone, so it does not matter from which side one says it.
    let of_pairs = limits.at_most == 1 && !limits.ever;
    let mut rows = if of_pairs { view.rows_saying(relation) } else { view.rows_under(relation) };
    if limits.per != Per::Subject {
        rows.to_mut().sort_unstable_by_key(|row| (shared(row), row.claim));
    }
    let mut found = Vec::new();
    let mut room: Vec<ViewRow> = Vec::new();
    for timeline in rows.chunk_by(|one, two| shared(one) == shared(two)).filter(|timeline| timeline.len() > 1)
    {
        if shared(&timeline[0]).contains(&Object::NONE) {
            continue;
        }
        let counts = |row: &ViewRow| row.asserts() && !varying(row).is_none();
        let is_preferred = |row: &ViewRow| view.claims().is_preferred(row.claim);
        let only_preferred = limits.best && timeline.iter().any(|row| counts(row) && is_preferred(row));
        let group = if !only_preferred && timeline.iter().all(counts) {
            timeline
        } else {
            room.clear();
            let wanted = |row: &&ViewRow| counts(row) && (!only_preferred || is_preferred(row));
            room.extend(timeline.iter().filter(wanted));
            room.as_slice()
        };
        match limits {
            ValueLimits { ever: true, .. } => found.extend(ever(view, group, &rivalry, limits.at_most)),
            ValueLimits { at_most: 1, .. } => {
                found.extend(rivals::within(view, group, &rivalry));
                found.extend(rivals::on_one_date(view, group, &rivalry, is_figure));
            }
            _ => found.extend(too_many(view, group, &rivalry, limits).into_iter().map(Found::TooMany)),
        }
    }
    Breaches { law: Some(law(relation, limits)), found, ..Breaches::default() }
}

/// What claims must share to be looked at together. None of these may be missing.
fn shared(row: &ViewRow, per: Per) -> [Object; 2] {
    let (subject, object) = (row.end(Role::Subject), row.end(Role::Object));
    match per {
        Per::Subject => [subject, subject],
        Per::Object => [object, object],
        Per::Pair => [subject, object],
    }
}

/// What they must differ in to be rivals.
fn varying(row: &ViewRow, per: Per) -> Object {
    match per {
        Per::Subject => row.end(Role::Object),
        Per::Object => row.end(Role::Subject),
        // A value without an object has only one end.
        Per::Pair => row.object.entity.map_or(Object::NONE, |_| row.object.measure()),
    }
}

fn law(relation: RelationId, limits: ValueLimits) -> LawFact {
    let per = match limits.per {
        Per::Subject => "subject",
        Per::Object => "object",
        Per::Pair => "pair",
    };
    let when = if limits.ever { "ever" } else { "at-a-time" };
    LawFact::AtMost { relation, per, count: limits.at_most, when }
}

/// One claim for each far side, in the order in which they have begun.
fn distinct(view: &View<'_>, group: &[ViewRow], rivalry: &Rivalry<'_>) -> Vec<ViewRow> {
    let begun = |one: &ViewRow, two: &ViewRow| view.by_begun(one.claim, two.claim);
    let class = |row: &ViewRow| (rivalry.class)(row);
    let mut sorted = group.to_vec();
    sorted.sort_by(|one, two| class(one).cmp(&class(two)).then_with(|| begun(one, two)));
    sorted.dedup_by_key(|row| class(row));
    sorted.sort_by(begun);
    sorted
}

/// Each value that has an earlier rival, with the first of these.
fn ever(view: &View<'_>, group: &[ViewRow], rivalry: &Rivalry<'_>, at_most: usize) -> Vec<Found> {
    let distinct = distinct(view, group, rivalry);
    if view.wants_pairs && at_most > 1 {
        let excess = |from: &ViewRow| Excess {
            claims: distinct.iter().map(|row| row.claim).collect(),
            values: distinct.iter().map(rivalry.class).collect(),
            at_most,
            from: from.period.fe(),
        };
        let first = distinct.first().filter(|_| distinct.len() > at_most);
        return first.map(|from| Found::TooMany(excess(from))).into_iter().collect();
    }
    let rows = if view.wants_pairs { group } else { &distinct };
    let found = rivals::whenever(view, rows, rivalry.rivals);
    if found.len() < at_most { Vec::new() } else { found }
}

/// Sweeps over the days on which claims are known to hold, and reports each stretch on which too many far sides do.
fn too_many(view: &View<'_>, group: &[ViewRow], rivalry: &Rivalry<'_>, limits: ValueLimits) -> Vec<Excess> {
    let mut turns: Vec<(Day, bool, &ViewRow)> = Vec::new();
    for row in group {
        let period = row.period;
        let last = match row {
            _ if row.event => period.ue().next(),
            // It is known to hold on its first day, and goes on.
            _ if row.open => period.ue().max(period.fe().next()),
            _ => period.ue(),
        };
        if period.fl() < last {
            turns.push((period.fl(), true, row));
            turns.push((last, false, row));
        }
    }
    // Everything that ends or begins on a day does so at once: a handover is neither an overlap nor a gap.
    turns.sort_by_key(|(day, begins, _)| (*day, *begins));
    let mut active: BTreeMap<ClaimId, ViewRow> = BTreeMap::new();
    let mut counts: BTreeMap<Object, usize> = BTreeMap::new();
    let mut told = false;
    let mut found = Vec::new();
    for turns in turns.chunk_by(|one, two| one.0 == two.0) {
        for (_, begins, row) in turns {
            let count = counts.entry((rivalry.class)(row)).or_default();
            if *begins {
                active.insert(row.claim, **row);
                *count += 1;
            } else {
                active.remove(&row.claim);
                *count -= 1;
            }
        }
        counts.retain(|_, count| *count > 0);
        let is_excess = counts.len() > limits.at_most;
        if let (true, false, Some((day, ..))) = (is_excess, told, turns.first()) {
            let holding: Vec<ViewRow> = active.values().copied().collect();
            let distinct = distinct(view, &holding, rivalry);
            let claims = distinct.iter().map(|row| row.claim).collect();
            let values = distinct.iter().map(rivalry.class).collect();
            found.push(Excess { claims, values, at_most: limits.at_most, from: *day });
        }
        told = is_excess;
    }
    found
}

/// The finding for more values at a time than allowed.
pub fn excess(view: &View<'_>, excess: &Excess, law: &SharedLaw) -> Option<Finding> {
    let Excess { claims: holding, values, at_most, from } = excess;
    let claims = view.claims();
    let holding = || holding.iter().copied();
    let newest = holding().max_by(|one, two| view.by_begun(*one, *two))?;
    let fact = ClaimFact::TooMany {
        newest,
        objects: values.clone(),
        at_most: *at_most,
        from: *from,
        law: law.clone(),
    };
    let mut finding = Finding::new(Code::Contradiction, fact, Site::field(claims.place(newest), "valid"))
        .about(claims.id(newest));
    for claim in holding().filter(|claim| *claim != newest) {
        let record = PlaceFact::Record { claim: view.attested(claim) };
        finding = finding.about(claims.id(claim)).related(record, Site::field(claims.place(claim), "valid"));
    }
    Some(finding)
}

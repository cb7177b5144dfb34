//! Claims that say the same: with the same dates, or one of them with finer ones.
//!
//! *Law.* Claims a, b with the same relation, subject, object and polarity are duplicates iff their periods are written
//! alike, and b refines a iff each bound of a contains that of b and they differ. Where one says that it repeats the
//! other, nothing is said.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::FindingGroups;
use crate::graph::{View, ViewRow};
use crate::model::{ClaimFact, ClaimId, Code, EntityId, Finding, Object, PlaceFact, Site, ValueId};
use crate::time::refines;

/// A duplicate is looked for among this many claims next to it, and what it refines among this many of the coarsest;
/// more restatements of one thing are not an accident.
const LOOK_AROUND: usize = 64;

/// All duplicates and refinements.
pub fn check(view: &View<'_>) -> FindingGroups {
    let relations: Vec<_> = view.graph.base.relations.iter().collect();
    relations
        .into_par_iter()
        .map(|relation| {
            let mut found = Vec::new();
            let mut keys: Vec<((u64, bool), usize)> = Vec::new();
            for subject in view.rows_of(relation).chunk_by(|one, two| one.subject == two.subject) {
                let is_one_place = view.graph.base.relations.is_one_place(relation);
                if subject.len() < 2 || (subject.len() <= FEW && all_differ(subject)) {
                    continue;
                }
                keys.clear();
                keys.extend((0..).zip(subject).filter_map(|(at, row)| Some((said(row, is_one_place)?, at))));
                keys.sort_unstable();
                let groups = keys.chunk_by(|one, two| one.0 == two.0).filter(|group| group.len() > 1);
                let claims =
                    |group: &[((u64, bool), usize)]| group.iter().map(|(_, at)| subject[*at].claim).collect();
                let mut groups: Vec<Vec<ClaimId>> = groups.map(claims).collect();
                for some in groups.chunks_mut(TOGETHER) {
                    some.iter().flatten().for_each(|claim| view.claims().prefetch_period(*claim));
                    some.iter_mut().for_each(|group| found.extend(same_thing(view, group)));
                }
            }
            found
        })
        .collect()
}

/// What a claim says of its subject, in numbers: sorting these is several times as fast. `None` if it says nothing.
fn said(row: &ViewRow, is_one_place: bool) -> Option<(u64, bool)> {
    let number = |row: Option<usize>| row.map_or(0, |row| row as u64 + 1);
    let Object { entity, value } = row.object;
    let far = number(entity.map(EntityId::index)) << 32 | number(value.map(ValueId::index));
    (far != 0 || is_one_place).then_some((far, row.denies))
}

/// How many groups are prefetched together.
const TOGETHER: usize = 16;

/// Up to this many claims are compared faster than sorted.
const FEW: usize = 16;

fn all_differ(rows: &[ViewRow]) -> bool {
    rows.iter().enumerate().all(|(at, row)| rows[..at].iter().all(|other| other.object != row.object))
}

/// Each claim is reported once: as a duplicate of the first one, else as finer than the coarsest.
fn same_thing(view: &View<'_>, group: &mut [ClaimId]) -> Vec<Finding> {
    let claims = view.claims();
    let written = |claim: ClaimId| claims.period(claim);
    let coarse_first = |claim: ClaimId| {
        let (start, end) = (written(claim).start(), written(claim).end());
        (start.earliest, Reverse(end.latest), Reverse(start.latest), end.earliest)
    };
    // What claims say is fetched only where the dates do not decide.
    group.sort_by(|one, two| {
        coarse_first(*one).cmp(&coarse_first(*two)).then_with(|| view.by_content(*one, *two))
    });
    let mut found = Vec::new();
    for (at, claim) in group.iter().copied().enumerate() {
        let unlinked = |other: &&ClaimId| !view.graph.supersession.are_linked(claim, **other);
        let near = group[at.saturating_sub(LOOK_AROUND)..at].iter().filter(unlinked);
        let coarse = group[..at].iter().take(LOOK_AROUND).filter(unlinked);
        if let Some(first) = near.copied().find(|other| written(*other) == written(claim)) {
            found.push(duplicate(view, first, claim));
        } else if let Some(coarse) = coarse.copied().find(|other| refines(written(claim), written(*other))) {
            found.push(refinement(view, claim, coarse));
        }
    }
    found
}

fn duplicate(view: &View<'_>, first: ClaimId, second: ClaimId) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Duplicate { claim: view.attested(second), first };
    let other = PlaceFact::Record { claim: view.attested(first) };
    Finding::new(Code::Duplicate, fact, Site::field(claims.place(second), "id"))
        .about(claims.id(second))
        .about(claims.id(first))
        .related(other, Site::field(claims.place(first), "id"))
}

fn refinement(view: &View<'_>, fine: ClaimId, coarse: ClaimId) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Refinement { fine, coarse: view.attested(coarse) };
    let finer = PlaceFact::Record { claim: view.attested(fine) };
    Finding::new(Code::Refinement, fact, Site::field(claims.place(coarse), "valid"))
        .about(claims.id(coarse))
        .about(claims.id(fine))
        .related(finer, Site::field(claims.place(fine), "valid"))
}

//! Claims that say the same: with the same dates, or one of them with finer ones.
//!
//! *Law.* Claims a, b with the same relation, subject, object and polarity are duplicates iff their periods are written
//! alike, and b refines a iff each bound of a contains that of b and they differ. Where one says that it repeats the
//! other, nothing is said.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::say::{authority, say, when};
use crate::graph::{Row, View};
use crate::model::{ClaimId, Code, Finding, Object, Site};
use crate::time::refines;

/// A finer claim is looked for among so many that begin no earlier; more restatements of one thing are no accident.
const LOOK_AROUND: usize = 64;

/// All duplicates and refinements.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let relations: Vec<_> = view.graph.base.relations.iter().collect();
    let found = relations.into_par_iter().flat_map_iter(|relation| {
        let mut found = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        for subject in view.rows_of(relation).chunk_by(|one, two| one.subject == two.subject) {
            if subject.len() < 2 {
                continue;
            }
            rows.clear();
            rows.extend(subject.iter().filter(|row| row.object != Object::None));
            rows.sort_unstable_by_key(|row| (row.object, row.denies, row.claim));
            let groups = rows.chunk_by(|one, two| (one.object, one.denies) == (two.object, two.denies));
            for group in groups.filter(|group| group.len() > 1) {
                found.extend(same_thing(view, group.iter().map(|row| row.claim).collect()));
            }
        }
        found
    });
    found.collect()
}

fn same_thing(view: &View<'_>, mut group: Vec<ClaimId>) -> Vec<Finding> {
    let claims = view.claims();
    let written = |claim: ClaimId| claims.period(claim);
    let bounds = |claim: ClaimId| {
        let period = written(claim);
        (period.fe(), period.ul(), std::cmp::Reverse(period.fl()), period.ue())
    };
    group.sort_by_key(|claim| (bounds(*claim), claims.id(*claim)));
    let mut found = Vec::new();
    let mut told: BTreeSet<ClaimId> = BTreeSet::new();
    for (at, one) in group.iter().enumerate() {
        for two in group[at + 1..].iter().take(LOOK_AROUND) {
            let linked = view.graph.supersession.are_linked(*one, *two);
            if linked || told.contains(two) {
                continue;
            }
            if written(*one) == written(*two) && !told.contains(one) {
                told.insert(*two);
                found.push(duplicate(view, *one, *two));
            } else if refines(written(*two), written(*one)) {
                told.insert(*two);
                found.push(refinement(view, *two, *one));
            } else if refines(written(*one), written(*two)) && told.insert(*one) {
                found.push(refinement(view, *one, *two));
            }
        }
    }
    found
}

fn duplicate(view: &View<'_>, first: ClaimId, second: ClaimId) -> Finding {
    let claims = view.claims();
    let message = format!("`{}` and `{}` say the same with the same dates: {}", claims.id(first), claims.id(second), say(view.graph.base, first));
    Finding::new(Code::Duplicate, message, Site::field(claims.place(second), "id"))
        .label(format!("{} ({})", when(view, second), authority(view, second)))
        .help("Keep one and give it the sources of both, or let the second say `repeats: [\"…\"]`")
        .about(claims.id(second))
        .about(claims.id(first))
        .related(format!("the other one ({})", authority(view, first)), Site::field(claims.place(first), "id"))
}

fn refinement(view: &View<'_>, fine: ClaimId, coarse: ClaimId) -> Finding {
    let claims = view.claims();
    let message = format!(
        "`{}` says the same as `{}` with finer dates: {} instead of {}",
        claims.id(fine),
        claims.id(coarse),
        when(view, fine),
        when(view, coarse)
    );
    Finding::new(Code::Refinement, message, Site::field(claims.place(coarse), "valid"))
        .label(format!("coarser: {} ({})", when(view, coarse), authority(view, coarse)))
        .help("No conflict. Where the finer dates are right, one record with the sources of both is enough")
        .about(claims.id(coarse))
        .about(claims.id(fine))
        .related(format!("finer: {} ({})", when(view, fine), authority(view, fine)), Site::field(claims.place(fine), "valid"))
}

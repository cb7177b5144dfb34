//! What was found twice, and what something else that was found makes idle.
//!
//! Two rules may see the same thing: a narrower and a broader relation that are both functional. It is said once, and of
//! several claims that have taken over from one only the first is told. What is superseded is not called stale or
//! expired on top.

use std::collections::{BTreeMap, HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::found::{Excess, Found, Part};
use crate::graph::{Succession, View};
use crate::model::{ClaimId, Takeover};
use crate::time::Conflict;

/// For each superseded claim the one that counts, and whether that follows from dates only.
type Successors = HashMap<ClaimId, (bool, ClaimId), FxBuildHasher>;

/// Drops what need not be told, before it is made a finding.
pub fn drop_repeated(view: &View<'_>, parts: &mut [&mut Part]) {
    // Of claims with one id the first counts.
    let twice: BTreeMap<ClaimId, ClaimId> =
        view.graph.index.repeated(view.claims()).into_iter().map(|(first, later)| (later, first)).collect();
    let first = |claim: ClaimId| twice.get(&claim).copied().unwrap_or(claim);
    let successors = successors(view, parts, first);
    let mut told: HashSet<Identity, FxBuildHasher> = HashSet::default();
    for part in parts {
        part.found.retain(|found| match found {
            Found::TakenOver(Succession { older, newer, .. }) => {
                let older = first(*older);
                successors.get(&older).is_none_or(|(_, counts)| *counts == first(*newer))
                    && told.insert(Identity::Superseded(older))
            }
            Found::Stale(claim, _) | Found::Expired(claim) => !successors.contains_key(&first(*claim)),
            Found::Clash(one, two, conflict) => {
                told.insert(Identity::pair(*conflict, first(*one), first(*two)))
            }
            Found::NeverBoth(one, two) | Found::DeniedForEver(one, two) => {
                told.insert(Identity::pair(Conflict::Certain, first(*one), first(*two)))
            }
            Found::Cluster(claims, _) | Found::TooMany(Excess { claims, .. }) => {
                told.insert(Identity::many(claims.iter().map(|claim| first(*claim)).collect()))
            }
        });
    }
}

/// What tells one thing from another. What excludes each other is the same whichever law says so.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
    Superseded(ClaimId),
    Pair(bool, ClaimId, ClaimId),
    Many(Vec<ClaimId>),
}

impl Identity {
    fn pair(conflict: Conflict, one: ClaimId, two: ClaimId) -> Self {
        Self::Pair(conflict == Conflict::Certain, one.min(two), one.max(two))
    }

    fn many(mut claims: Vec<ClaimId>) -> Self {
        claims.sort_unstable();
        match claims.as_slice() {
            [one, two] => Self::pair(Conflict::Certain, *one, *two),
            _ => Self::Many(claims),
        }
    }
}

/// For each superseded claim the one that counts: what says so itself, else what begins first.
fn successors(view: &View<'_>, parts: &[&mut Part], first: impl Fn(ClaimId) -> ClaimId) -> Successors {
    let rank = |(inferred, newer): (bool, ClaimId)| (inferred, view.beginning(newer));
    let mut successors = Successors::default();
    for found in parts.iter().flat_map(|part| &part.found) {
        let Found::TakenOver(Succession { older, newer, how, .. }) = found else { continue };
        let taken = (*how != Takeover::Declared, first(*newer));
        let best = successors.entry(first(*older)).or_insert(taken);
        if taken != *best && rank(taken) < rank(*best) {
            *best = taken;
        }
    }
    successors
}

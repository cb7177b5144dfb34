//! Findings that repeat others or that others make pointless.
//!
//! Two rules may see the same thing: a narrower and a broader relation that are both functional. It is said once, and
//! of several claims that have taken over from one only the first is reported. Which of two claims took over from the
//! other may be undecided: that is reported about the pair, unless something has certainly taken over from both. What
//! is superseded, or perhaps, is not called stale or expired on top.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::found::{Breaches, Excess, Found};
use crate::graph::{Succession, View};
use crate::model::{ClaimId, Takeover};
use crate::time::Conflict;

/// For each superseded claim the one that counts, and whether that follows from dates only; `None` where it is undecided
/// which of two took over.
type Successors = HashMap<ClaimId, Option<(bool, ClaimId)>, FxBuildHasher>;

/// Drops what need not be reported, before it is made a finding.
pub fn drop_repeated(view: &View<'_>, parts: &mut [&mut Breaches]) {
    // Of claims with one id the first counts.
    let twice: BTreeMap<ClaimId, ClaimId> =
        view.graph.index.repeated(view.claims()).into_iter().map(|(first, later)| (later, first)).collect();
    let first = |claim: ClaimId| twice.get(&claim).copied().unwrap_or(claim);
    let successors = successors(view, parts, first);
    let mut told: HashSet<FindingIdentity, FxBuildHasher> = HashSet::default();
    for part in parts {
        part.found.retain(|found| match found {
            Found::TakenOver(Succession { older, newer, certain, .. }) => {
                let (older, newer) = (first(*older), first(*newer));
                let after = |claim: ClaimId| successors.get(&claim).copied().flatten();
                if *certain {
                    after(older).is_none_or(|(_, counts)| counts == newer)
                        && told.insert(FindingIdentity::Superseded(older))
                } else {
                    (after(older).is_none() || after(newer).is_none())
                        && told.insert(FindingIdentity::Undecided(older.min(newer), older.max(newer)))
                }
            }
            Found::Stale(claim, _) | Found::Expired(claim) => !successors.contains_key(&first(*claim)),
            Found::Clash(one, two, conflict) => {
                told.insert(FindingIdentity::pair(*conflict, first(*one), first(*two)))
            }
            Found::NeverBoth(one, two) | Found::DeniedForEver(one, two) => {
                told.insert(FindingIdentity::pair(Conflict::Certain, first(*one), first(*two)))
            }
            // Each says another thing about its two claims.
            Found::OutOfOrder(_) => true,
            Found::Cluster(claims, _) | Found::TooMany(Excess { claims, .. }) => {
                told.insert(FindingIdentity::many(claims.iter().map(|claim| first(*claim)).collect()))
            }
        });
    }
}

/// What distinguishes findings. Claims exclude each other in the same way whichever law says so.
#[derive(PartialEq, Eq, Hash)]
enum FindingIdentity {
    Superseded(ClaimId),
    Undecided(ClaimId, ClaimId),
    Pair(bool, ClaimId, ClaimId),
    Many(Vec<ClaimId>),
}

impl FindingIdentity {
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
fn successors(view: &View<'_>, parts: &[&mut Breaches], first: impl Fn(ClaimId) -> ClaimId) -> Successors {
    let earlier = |one: (bool, ClaimId), two: (bool, ClaimId)| {
        one.0.cmp(&two.0).then_with(|| view.by_beginning(one.1, two.1)) == Ordering::Less
    };
    let mut successors = Successors::default();
    for found in parts.iter().flat_map(|part| &part.found) {
        let Found::TakenOver(Succession { older, newer, how, certain }) = found else { continue };
        let (older, newer) = (first(*older), first(*newer));
        if !certain {
            successors.entry(older).or_default();
            successors.entry(newer).or_default();
            continue;
        }
        let taken = (*how != Takeover::Declared, newer);
        let best = successors.entry(older).or_default();
        if best.is_none_or(|best| taken != best && earlier(taken, best)) {
            *best = Some(taken);
        }
    }
    successors
}

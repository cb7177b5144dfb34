//! What was found twice, and what something else that was found makes idle.
//!
//! Two rules may see the same thing: a narrower and a broader relation that are both functional. It is said once, and of
//! several claims that have taken over from one only the first is told. What is superseded is not called stale or
//! expired on top.

use std::collections::{BTreeSet, HashMap, HashSet};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;
use xxhash_rust::xxh3::xxh3_128;

use super::succession;
use crate::graph::View;
use crate::model::{ClaimId, Code, Finding};

/// What decides whether a finding is told. Claims are named by their ids, as findings name them: looking all of them up
/// would take longer than all else here.
#[derive(Clone, Copy)]
enum Told<'a> {
    /// Nothing: it is.
    Always,
    /// It is told unless one like it was.
    Once(u128),
    /// The same, if the second claim is the one that counts as having taken over from the first.
    Successor(u128, [&'a str; 2]),
    /// It is told unless another claim has taken over from this one.
    Unsuperseded(&'a str),
}

/// Drops what need not be told.
pub fn drop_repeated(view: &View<'_>, findings: &mut Vec<Finding>) {
    let told: Vec<Told<'_>> = findings.par_iter().map(decided_by).collect();
    let successors = successors(view, &told);
    let mut seen: HashSet<u128, FxBuildHasher> = HashSet::with_capacity_and_hasher(told.len(), FxBuildHasher);
    let is_told = told.into_iter().map(|told| match told {
        Told::Always => true,
        Told::Once(identity) => seen.insert(identity),
        Told::Successor(identity, [older, newer]) => {
            successors.get(older).is_none_or(|first| *first == newer) && seen.insert(identity)
        }
        Told::Unsuperseded(claim) => !successors.contains_key(claim),
    });
    let mut is_told = is_told.collect::<Vec<bool>>().into_iter();
    findings.retain(|_| is_told.next().unwrap_or(true));
}

fn decided_by(finding: &Finding) -> Told<'_> {
    match (finding.code, finding.claims.as_slice()) {
        (Code::Contradiction | Code::PossibleContradiction, claims) => {
            let mut claims: Vec<&str> = claims.iter().map(String::as_str).collect();
            claims.sort_unstable();
            Told::Once(identity(finding.code, &claims))
        }
        (Code::Superseded, [older, newer]) => {
            Told::Successor(identity(finding.code, &[older]), [older, newer])
        }
        (Code::Stale | Code::Expired, [claim, ..]) => Told::Unsuperseded(claim),
        _ => Told::Always,
    }
}

/// For each superseded claim the one that counts: what says so itself, else what begins first.
fn successors<'a>(view: &View<'_>, told: &[Told<'a>]) -> HashMap<&'a str, &'a str, FxBuildHasher> {
    let declared: BTreeSet<(ClaimId, ClaimId)> =
        succession::declared(view).into_iter().map(|taken| (taken.older, taken.newer)).collect();
    let find = |id: &str| view.graph.index.find(view.claims(), id);
    let rank = |older: &str, newer: &str| {
        let (older, newer) = find(older).zip(find(newer))?;
        Some((!declared.contains(&(older, newer)), succession::beginning(view, newer)))
    };
    let mut first: HashMap<&str, &str, FxBuildHasher> = HashMap::default();
    for told in told {
        let Told::Successor(_, [older, newer]) = *told else { continue };
        let best = first.entry(older).or_insert(newer);
        if *best != newer && rank(older, newer) < rank(older, best) {
            *best = newer;
        }
    }
    first
}

/// 128 bits of a good hash are as good as the text: nobody picks ids here in order to collide.
fn identity(code: Code, claims: &[&str]) -> u128 {
    let mut text = String::with_capacity(64);
    text.push_str(code.as_str());
    for claim in claims {
        text.push('\u{1f}');
        text.push_str(claim);
    }
    xxh3_128(text.as_bytes())
}

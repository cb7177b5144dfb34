//! What says the same at different times is one entry: a claim that has ended is under the latest listed one of the
//! same subject, relation and object, or of the same statement.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::candidate::{Candidate, VersionedCandidate, sort_earlier};
use crate::graph::View;
use crate::model::{ClaimId, EntityId, Object, RelationId, Section};
use crate::time::Day;

/// What versions share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum VersionKey<'a> {
    Parts(EntityId, RelationId, Object, bool),
    Statement(Option<EntityId>, &'a str),
}

/// The candidates, those of earlier versions with that of the latest.
pub(super) fn together(view: &View<'_>, candidates: Vec<Candidate>) -> Vec<VersionedCandidate> {
    let begins = |at: usize| -> ((Day, Day), &str) {
        let claim = candidates[at].claim;
        let period = view.period(claim);
        ((period.fl(), period.fe()), view.claims().id(claim))
    };
    // The latest of each key; of those that begin on the same day one that is open.
    let mut latest: HashMap<VersionKey<'_>, usize, FxBuildHasher> = HashMap::default();
    for (at, candidate) in candidates.iter().enumerate() {
        for key in keys(view, candidate.claim) {
            let known = latest.entry(key).or_insert(at);
            if begins(at) > begins(*known) {
                *known = at;
            }
        }
    }
    let later = |at: usize| {
        let found = keys(view, candidates[at].claim).filter_map(|key| latest.get(&key).copied());
        found.filter(|other| begins(*other) > begins(at)).max_by_key(|other| begins(*other))
    };
    let is_ended = |at: usize| candidates[at].section == Section::Ended;
    let mut under: Vec<Option<usize>> =
        (0..candidates.len()).map(|at| is_ended(at).then(|| later(at)).flatten()).collect();
    drop(latest);
    // A later one may itself be under one that is later still. What follows is settled first, so that a step is one look.
    let mut in_time: Vec<usize> = (0..under.len()).filter(|at| under[*at].is_some()).collect();
    in_time.sort_by(|one, two| begins(*two).cmp(&begins(*one)));
    for at in in_time {
        if let Some(further) = under[at].and_then(|target| under[target]) {
            under[at] = Some(further);
        }
    }
    gathered(&candidates, &under)
}

/// Puts each candidate that is under another with it, the latest first.
fn gathered(candidates: &[Candidate], under: &[Option<usize>]) -> Vec<VersionedCandidate> {
    let mut earlier: Vec<(usize, Candidate)> =
        under.iter().zip(candidates).filter_map(|(head, candidate)| Some(((*head)?, *candidate))).collect();
    earlier.sort_by_key(|(head, _)| *head);
    let mut earlier = earlier.as_slice();
    let heads = candidates.iter().enumerate().filter(|(at, _)| under[*at].is_none());
    let with_earlier = heads.map(|(at, own)| {
        let count = earlier.iter().take_while(|(head, _)| *head == at).count();
        let (these, rest) = earlier.split_at(count);
        earlier = rest;
        let mut these: Vec<Candidate> = these.iter().map(|(_, candidate)| *candidate).collect();
        sort_earlier(&mut these);
        VersionedCandidate { own: *own, earlier: these }
    });
    with_earlier.collect()
}

fn keys<'v>(view: &'v View<'_>, claim: ClaimId) -> impl Iterator<Item = VersionKey<'v>> {
    let claims = view.claims();
    let parts = claims.subject(claim).zip(claims.relation(claim)).map(|(subject, relation)| {
        VersionKey::Parts(subject, relation, claims.object(claim), claims.denies(claim))
    });
    let statement = Some(claims.statement(claim)).filter(|statement| !statement.is_empty());
    parts
        .into_iter()
        .chain(statement.map(|statement| VersionKey::Statement(claims.subject(claim), statement)))
}

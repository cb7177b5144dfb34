//! What says the same at different times is one entry: a claim that has ended is under the latest listed one of the
//! same subject, relation and object, or of the same statement.

use std::collections::BTreeMap;

use crate::graph::View;
use crate::model::{ClaimId, EntityId, Object, OutdatedClaim, RelationId, Section};
use crate::time::Day;

/// What versions share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum VersionKey<'a> {
    Parts(EntityId, RelationId, Object, bool),
    Statement(Option<EntityId>, &'a str),
}

/// The entries, those of earlier versions inside that of the latest.
pub(super) fn together(view: &View<'_>, entries: Vec<OutdatedClaim>) -> Vec<OutdatedClaim> {
    let claims: Vec<Option<ClaimId>> =
        entries.iter().map(|entry| view.graph.index.find(view.claims(), &entry.mention.claim)).collect();
    let begins = |at: usize| -> (Option<(Day, Day)>, &str) {
        let period = claims[at].map(|claim| view.period(claim));
        (period.map(|period| (period.fl(), period.fe())), &entries[at].mention.claim)
    };
    // The latest entry of each key; of those that begin on the same day one that is open.
    let mut latest: BTreeMap<VersionKey<'_>, usize> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        for key in claim.iter().flat_map(|claim| keys(view, *claim)) {
            let known = latest.entry(key).or_insert(at);
            if begins(at) > begins(*known) {
                *known = at;
            }
        }
    }
    let later = |at: usize| {
        let keys = claims[at].iter().flat_map(|claim| keys(view, *claim));
        let found = keys.filter_map(|key| latest.get(&key).copied());
        found.filter(|other| begins(*other) > begins(at)).max_by_key(|other| begins(*other))
    };
    let is_ended = |at: usize| entries[at].section == Section::Ended;
    let mut under: Vec<Option<usize>> =
        (0..entries.len()).map(|at| is_ended(at).then(|| later(at)).flatten()).collect();
    // A later one may itself be under one that is later still; each step goes on in time, so it comes to an end.
    for at in 0..under.len() {
        while let Some(further) = under[at].and_then(|target| under[target]) {
            under[at] = Some(further);
        }
    }
    gathered(entries, &under)
}

/// Moves each entry that is under another into it, the latest first.
fn gathered(entries: Vec<OutdatedClaim>, under: &[Option<usize>]) -> Vec<OutdatedClaim> {
    let mut earlier: BTreeMap<usize, Vec<OutdatedClaim>> = BTreeMap::new();
    let mut heads = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        match under[at] {
            Some(head) => earlier.entry(head).or_default().push(entry),
            None => heads.push((at, entry)),
        }
    }
    let with_earlier = heads.into_iter().map(|(at, mut entry)| {
        entry.earlier = earlier.remove(&at).unwrap_or_default();
        entry.earlier.sort_by_key(|entry| std::cmp::Reverse(entry.since.map(|since| since.latest)));
        entry
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

//! Claims by id: a sorted list of hashes, because at a million claims a hash table costs more than reading them.

use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::{ClaimId, Claims};

/// Finds claims by id and ids that are used twice.
#[derive(Debug, Clone, Default)]
pub struct ClaimIndex {
    rows: Vec<(u64, ClaimId)>,
}

impl ClaimIndex {
    /// Indexes all claims.
    #[must_use]
    pub fn new(claims: &Claims) -> Self {
        let hashed = (0..claims.len()).into_par_iter().map(|row| {
            let claim = ClaimId::new(row);
            (FxBuildHasher.hash_one(claims.id(claim)), claim)
        });
        let mut rows: Vec<_> = hashed.collect();
        rows.par_sort_unstable();
        Self { rows }
    }

    /// The first claim with this id.
    #[must_use]
    pub fn find(&self, claims: &Claims, id: &str) -> Option<ClaimId> {
        let hash = FxBuildHasher.hash_one(id);
        let start = self.rows.partition_point(|(other, _)| *other < hash);
        let same = self.rows[start..].iter().take_while(|(other, _)| *other == hash);
        same.map(|(_, claim)| *claim).find(|claim| claims.id(*claim) == id)
    }

    /// Claims whose id an earlier claim has, each with the first claim of that id.
    #[must_use]
    pub fn repeated(&self, claims: &Claims) -> Vec<(ClaimId, ClaimId)> {
        let runs = self.rows.chunk_by(|one, two| one.0 == two.0).filter(|run| run.len() > 1);
        let mut repeated: Vec<_> = runs
            .flat_map(|run| {
                let mut firsts: Vec<ClaimId> = Vec::new();
                let mut pairs = Vec::new();
                for (_, claim) in run {
                    match firsts.iter().find(|first| claims.id(**first) == claims.id(*claim)) {
                        Some(first) => pairs.push((*first, *claim)),
                        None => firsts.push(*claim),
                    }
                }
                pairs
            })
            .collect();
        repeated.sort_unstable_by_key(|(_, claim)| *claim);
        repeated
    }
}

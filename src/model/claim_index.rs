//! Claims by id: a sorted list of hashes, because at a million claims a hash table costs more than reading them.

use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::{ClaimId, Claims};

/// Finds claims by id and ids that are used twice.
#[derive(Debug, Clone, Default)]
pub struct ClaimIndex {
    /// Half of the hash above, the row below: sorted as plain numbers. Text decides, never the hash alone.
    rows: Vec<u64>,
}

/// How far from where it should be a row is looked for first.
const SPREAD: usize = 64;

fn half_hash(id: &str) -> u64 {
    FxBuildHasher.hash_one(id) >> 32
}

fn claim_of(row: u64) -> ClaimId {
    ClaimId::new((row & u64::from(u32::MAX)) as usize)
}

impl ClaimIndex {
    /// Indexes all claims.
    #[must_use]
    pub fn new(claims: &Claims) -> Self {
        let row = |row: usize| (half_hash(claims.id(ClaimId::new(row))) << 32) | row as u64;
        let mut rows: Vec<u64> = (0..claims.len()).into_par_iter().map(row).collect();
        rows.par_sort_unstable();
        Self { rows }
    }

    /// The first claim with this id.
    #[must_use]
    pub fn find(&self, claims: &Claims, id: &str) -> Option<ClaimId> {
        let hash = half_hash(id);
        let start = self.start_of(hash);
        let same = self.rows[start..].iter().take_while(|row| **row >> 32 == hash);
        same.map(|row| claim_of(*row)).find(|claim| claims.id(*claim) == id)
    }

    /// Where the rows with this hash begin. Hashes are spread evenly, so that it is known about where to look, and a few
    /// steps from there reach it where halving all rows would wait for memory at each of twenty.
    fn start_of(&self, hash: u64) -> usize {
        let length = self.rows.len();
        let below = |at: usize| self.rows[at] >> 32 < hash;
        let guess = usize::try_from((u128::from(hash) * length as u128) >> 32).unwrap_or(length).min(length);
        let (mut low, mut high, mut step) = (guess, guess, SPREAD);
        while low > 0 && !below(low - 1) {
            low = low.saturating_sub(step);
            step *= 2;
        }
        step = SPREAD;
        while high < length && below(high) {
            high = (high + step).min(length);
            step *= 2;
        }
        low + self.rows[low..high].partition_point(|row| row >> 32 < hash)
    }

    /// Claims whose id an earlier claim has, each with the first claim of that id.
    #[must_use]
    pub fn repeated(&self, claims: &Claims) -> Vec<(ClaimId, ClaimId)> {
        let runs = self.rows.chunk_by(|one, two| one >> 32 == two >> 32).filter(|run| run.len() > 1);
        let mut repeated: Vec<_> = runs
            .flat_map(|run| {
                let mut firsts: Vec<ClaimId> = Vec::new();
                let mut pairs = Vec::new();
                for claim in run.iter().map(|row| claim_of(*row)) {
                    match firsts.iter().find(|first| claims.id(**first) == claims.id(claim)) {
                        Some(first) => pairs.push((*first, claim)),
                        None => firsts.push(claim),
                    }
                }
                pairs
            })
            .collect();
        repeated.sort_unstable_by_key(|(_, claim)| *claim);
        repeated
    }
}

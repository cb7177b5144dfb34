//! Strings by text: a sorted list of hashes, because for a million strings a hash table costs more than reading them.

use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::Strings;

/// Finds strings by their text, and duplicate texts.
#[derive(Debug, Clone, Default)]
pub struct StringIndex {
    /// Half of the hash above, the row below: sorted as plain numbers. Text decides, never the hash alone.
    rows: Vec<u64>,
}

/// How far from where it should be a row is looked for first.
const SPREAD: usize = 64;

fn half_hash(id: &str) -> u64 {
    FxBuildHasher.hash_one(id) >> 32
}

fn row_of(entry: u64) -> usize {
    (entry & u64::from(u32::MAX)) as usize
}

impl StringIndex {
    /// Indexes all strings.
    #[must_use]
    pub fn new(strings: &Strings) -> Self {
        let row = |row: usize| (half_hash(strings.get(row)) << 32) | row as u64;
        let mut rows: Vec<u64> = (0..strings.len()).into_par_iter().map(row).collect();
        rows.par_sort_unstable();
        Self { rows }
    }

    /// The row of the first string that is `text`.
    #[must_use]
    pub fn find(&self, strings: &Strings, text: &str) -> Option<usize> {
        let hash = half_hash(text);
        let start = self.start_of(hash);
        let same = self.rows[start..].iter().take_while(|row| **row >> 32 == hash);
        same.map(|row| row_of(*row)).find(|row| strings.get(*row) == text)
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

    /// Rows whose string an earlier row has, each after the first row with that string.
    #[must_use]
    pub fn repeated(&self, strings: &Strings) -> Vec<(usize, usize)> {
        let runs = self.rows.chunk_by(|one, two| one >> 32 == two >> 32).filter(|run| run.len() > 1);
        let mut repeated = Vec::new();
        for run in runs {
            let mut firsts: Vec<usize> = Vec::new();
            for row in run.iter().map(|entry| row_of(*entry)) {
                match firsts.iter().find(|first| strings.get(**first) == strings.get(row)) {
                    Some(first) => repeated.push((*first, row)),
                    None => firsts.push(row),
                }
            }
        }
        repeated.sort_unstable_by_key(|(_, row)| *row);
        repeated
    }
}

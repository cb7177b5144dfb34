//! Has memory fetch all that a finding needs, at once. Changes nothing but the time.

use super::View;
use crate::model::ClaimId;

/// How many findings are made after memory was asked for all of them.
const TOGETHER: usize = 16;

impl View<'_> {
    /// All that `make` adds for each, a few at a time: first memory fetches everything about their `claims`.
    pub fn fetching<T, W>(
        &self,
        all: &[T],
        claims: impl Fn(&T, &mut Vec<ClaimId>),
        make: impl Fn(&T, &mut Vec<W>),
    ) -> Vec<W> {
        let mut wanted = Vec::new();
        let mut made = Vec::with_capacity(all.len());
        for some in all.chunks(TOGETHER) {
            wanted.clear();
            some.iter().for_each(|one| claims(one, &mut wanted));
            self.graph.base.prefetch(&wanted);
            some.iter().for_each(|one| make(one, &mut made));
        }
        made
    }
}

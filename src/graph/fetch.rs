//! Has memory fetch all that the words of a finding need, at once. Changes nothing but the time.
//!
//! What is said of a claim of a large base lies in thirty places that no cache holds. Waiting for one after the other, as
//! the words are put together, takes longer than finding what they say. Asked for side by side, they are waited for
//! together: what stands in the columns first, then the names that those lead to.

use super::View;
use crate::model::{ClaimId, Claims, EntityId, Object, SourceId};

/// So many things are put into words after memory was asked for all of them.
const TOGETHER: usize = 16;

impl View<'_> {
    /// All that `words` adds for each, a few of them at a time: first memory fetches all that is said of their `claims`.
    pub fn fetching<T, W>(
        &self,
        all: &[T],
        claims: impl Fn(&T, &mut Vec<ClaimId>),
        words: impl Fn(&T, &mut Vec<W>),
    ) -> Vec<W> {
        let mut wanted = Vec::new();
        let mut made = Vec::with_capacity(all.len());
        for some in all.chunks(TOGETHER) {
            wanted.clear();
            some.iter().for_each(|one| claims(one, &mut wanted));
            self.fetch(&wanted);
            some.iter().for_each(|one| words(one, &mut made));
        }
        made
    }

    /// In steps: where the next thing stands is known only when the one before has come.
    fn fetch(&self, wanted: &[ClaimId]) {
        let base = self.graph.base;
        let claims = &base.claims;
        for claim in wanted.iter().copied() {
            claims.prefetch(claim);
        }
        for claim in wanted.iter().copied() {
            claims.prefetch_texts(claim);
            each_entity(claims, claim, |entity| base.entities.prefetch(entity));
        }
        for claim in wanted.iter().copied() {
            each_entity(claims, claim, |entity| base.entities.prefetch_text(entity));
            each_source(claims, claim, |source| base.sources.prefetch(source));
        }
        for claim in wanted.iter().copied() {
            each_source(claims, claim, |source| base.sources.prefetch_text(source));
        }
    }
}

fn each_entity(claims: &Claims, claim: ClaimId, mut take: impl FnMut(EntityId)) {
    claims.subject(claim).into_iter().for_each(&mut take);
    if let Object::Entity(object) = claims.object(claim) {
        take(object);
    }
}

/// The first one only: more than one is named only where it has a record.
fn each_source(claims: &Claims, claim: ClaimId, take: impl FnMut(SourceId)) {
    claims.citations(claim).first().map(|citation| citation.source).into_iter().for_each(take);
}

//! Has memory fetch all that the words of a finding need, at once. Changes nothing but the time.
//!
//! What is said of a claim of a large base lies in thirty places that no cache holds. Waiting for one after the other, as
//! the words are put together, takes longer than finding what they say. Asked for side by side, they are waited for
//! together: what stands in the columns first, then the names that those lead to.

use std::hint::black_box;

use super::View;
use crate::model::{ClaimId, Object};

/// So many things are put into words after memory was asked for all of them.
const TOGETHER: usize = 16;

impl View<'_> {
    /// What `words` makes of each, a few of them at a time: first memory fetches all that is said of their `claims`.
    pub fn fetching<T, W>(
        &self,
        all: &[T],
        claims: impl Fn(&T, &mut Vec<ClaimId>),
        words: impl Fn(&T) -> W,
    ) -> Vec<W> {
        let mut wanted = Vec::new();
        let mut made = Vec::with_capacity(all.len());
        for some in all.chunks(TOGETHER) {
            wanted.clear();
            some.iter().for_each(|one| claims(one, &mut wanted));
            self.fetch(&wanted);
            made.extend(some.iter().map(&words));
        }
        made
    }

    fn fetch(&self, wanted: &[ClaimId]) {
        let base = self.graph.base;
        let claims = &base.claims;
        for claim in wanted.iter().copied() {
            black_box((claims.subject(claim), claims.relation(claim), claims.object(claim)));
            black_box((claims.period(claim), claims.denies(claim), claims.place(claim)));
            black_box((claims.citations(claim).first(), first_byte(claims.id(claim))));
        }
        for claim in wanted.iter().copied() {
            if let Some(subject) = claims.subject(claim) {
                black_box(first_byte(base.entities.id(subject)));
            }
            if let Object::Entity(object) = claims.object(claim) {
                black_box(first_byte(base.entities.id(object)));
            }
            if let Some(citation) = claims.citations(claim).first() {
                black_box(first_byte(base.sources.id(citation.source)));
            }
        }
    }
}

/// What has to be fetched for it, unlike the place and the length of a text.
fn first_byte(text: &str) -> Option<u8> {
    text.as_bytes().first().copied()
}

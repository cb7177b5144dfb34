//! The dated graph: who is about what, who takes over from whom, what rests on what, and what held when.
//!
//! The only user of `petgraph`. It derives, it never judges: findings are made in `check`.

mod broader;
mod parts;
mod provenance;
mod supersession;
mod view;

use crate::model::{Base, ClaimId, ClaimIndex, RelationId};

pub use broader::Broader;
pub use parts::Parts;
pub use provenance::Provenance;
pub use supersession::Supersession;
pub use view::{AsOf, View, attested_on};

/// All that is derived from a claim base without asking about a day.
#[derive(Debug)]
pub struct Graph<'a> {
    /// The claim base.
    pub base: &'a Base,
    /// Claims by id.
    pub index: &'a ClaimIndex,
    /// Parts and wholes.
    pub parts: Parts,
    /// Narrower and broader relations.
    pub broader: Broader,
    /// Declared links between claims.
    pub supersession: Supersession,
    /// Where sources come from.
    pub provenance: Provenance,
    /// Claims by relation: the ends of each relation's run in `by_relation`.
    ends: Vec<usize>,
    by_relation: Vec<ClaimId>,
}

impl<'a> Graph<'a> {
    /// Derives the graph of `base`.
    #[must_use]
    pub fn new(base: &'a Base, index: &'a ClaimIndex) -> Self {
        let (ends, by_relation) = by_relation(base);
        Self {
            base,
            index,
            parts: Parts::new(&base.entities),
            broader: Broader::new(&base.relations),
            supersession: Supersession::new(base, index),
            provenance: Provenance::new(&base.sources),
            ends,
            by_relation,
        }
    }

    /// The claims of exactly this relation, in the order in which they were read.
    #[must_use]
    pub fn claims_of(&self, relation: RelationId) -> &[ClaimId] {
        let row = relation.index();
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.by_relation[start..self.ends[row]]
    }

    /// The claims of this relation and of all narrower ones, which are claims of this one too.
    pub fn claims_under(&self, relation: RelationId) -> impl Iterator<Item = ClaimId> {
        self.broader.narrower(relation).iter().flat_map(|narrower| self.claims_of(*narrower)).copied()
    }
}

/// Sorts claims by relation without comparing: counts them first.
fn by_relation(base: &Base) -> (Vec<usize>, Vec<ClaimId>) {
    let mut ends = vec![0; base.relations.len()];
    for claim in base.claims.iter() {
        if let Some(relation) = base.claims.relation(claim) {
            ends[relation.index()] += 1;
        }
    }
    let mut total = 0;
    let mut next: Vec<usize> = Vec::with_capacity(ends.len());
    for end in &mut ends {
        next.push(total);
        total += *end;
        *end = total;
    }
    let mut sorted = vec![ClaimId::new(0); total];
    for claim in base.claims.iter() {
        if let Some(relation) = base.claims.relation(claim) {
            let slot = &mut next[relation.index()];
            sorted[*slot] = claim;
            *slot += 1;
        }
    }
    (ends, sorted)
}

//! Which relations are true wherever another one is: being the exclusive provider is being a provider, and being the
//! employer of somebody is their being employed.
//!
//! Only the declared links are kept, and followed when they are asked for: all that follows of a long chain would take memory
//! that grows with the square of its length.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use crate::model::{RelationId, Relations};

/// Narrower and broader relations. Circles were taken apart when the relations were loaded.
#[derive(Debug)]
pub struct Broader {
    /// For each relation those that it is narrower than, as declared.
    broader: Vec<Vec<RelationId>>,
    /// The other way round.
    narrower: Vec<Vec<RelationId>>,
    /// For each relation those that say the same from the object's side.
    opposite: Vec<Vec<RelationId>>,
    has_opposites: bool,
}

impl Broader {
    /// Reads `narrower_than`, `symmetric` and `inverse` of all relations.
    #[must_use]
    pub fn new(relations: &Relations) -> Self {
        let none = vec![Vec::new(); relations.len()];
        let (mut broader, mut narrower, mut opposite) = (none.clone(), none.clone(), none);
        for (id, record) in relations.described() {
            broader[id.index()].clone_from(&record.narrower_than);
            for other in &record.narrower_than {
                narrower[other.index()].push(id);
            }
            opposite[id.index()].extend(record.symmetric.then_some(id));
            if let Some(inverse) = record.inverse {
                opposite[id.index()].push(inverse);
                opposite[inverse.index()].push(id);
            }
        }
        let has_opposites = opposite.iter().any(|opposite| !opposite.is_empty());
        Self { broader, narrower, opposite, has_opposites }
    }

    /// The relations that imply this one with subject and object changed round.
    #[must_use]
    pub fn mirrored(&self, relation: RelationId) -> Vec<RelationId> {
        if !self.has_opposites {
            return Vec::new();
        }
        let narrower = self.narrower(relation);
        let opposite = narrower.iter().flat_map(|narrow| &self.opposite[narrow.index()]);
        reached(opposite.copied(), &self.narrower)
    }

    /// The relations that imply this one, itself included.
    #[must_use]
    pub fn narrower(&self, relation: RelationId) -> Vec<RelationId> {
        reached(std::iter::once(relation), &self.narrower)
    }

    /// Whether no other relation implies this one.
    #[must_use]
    pub fn is_narrowest(&self, relation: RelationId) -> bool {
        self.narrower[relation.index()].is_empty()
    }

    /// The relations that this one implies, itself included.
    #[must_use]
    pub fn broader(&self, relation: RelationId) -> Vec<RelationId> {
        reached(std::iter::once(relation), &self.broader)
    }

    /// The relations that this one is declared to be narrower than.
    #[must_use]
    pub fn next_broader(&self, relation: RelationId) -> &[RelationId] {
        &self.broader[relation.index()]
    }

    /// Whether a relation implies another one.
    #[must_use]
    pub fn implies(&self, relation: RelationId, other: RelationId) -> bool {
        relation == other
            || !self.broader[relation.index()].is_empty() && self.broader(relation).contains(&other)
    }
}

/// All that can be reached from some relations, themselves included, in order.
fn reached(from: impl Iterator<Item = RelationId>, links: &[Vec<RelationId>]) -> Vec<RelationId> {
    let mut found: Vec<RelationId> = from.collect();
    if found.iter().all(|relation| links[relation.index()].is_empty()) {
        found.sort_unstable();
        found.dedup();
        return found;
    }
    let mut seen: HashSet<RelationId, FxBuildHasher> = found.iter().copied().collect();
    let mut open = std::mem::take(&mut found);
    while let Some(relation) = open.pop() {
        open.extend(links[relation.index()].iter().copied().filter(|next| seen.insert(*next)));
    }
    found.extend(seen);
    found.sort_unstable();
    found
}

//! The words of relations, put together as a language does: from their labels and their claims' statements, and from the
//! shipped concepts that these words belong to.
//!
//! Makes phrasings; matching them against sentences is `pattern`'s business.

mod analysis;
mod concept;
mod expansion;
mod shape;
mod title;

use super::fallback;
use super::general::General;
use crate::load::{Concept, shipped};
use crate::model::{Base, ClaimId, Language, Phrasing, Relation, RelationId};

use concept::Lent;
use expansion::Expansion;
use shape::Shape;

/// More claims of a relation are like those before them.
const CLAIMS: usize = 64;

/// What is known of how relations are said, before any language is asked for.
#[derive(Debug)]
pub struct Lexicalisation<'a> {
    base: &'a Base,
    relations: Vec<Option<Said>>,
}

/// What is known of how a relation is said.
#[derive(Debug)]
struct Said {
    shape: Shape,
    lent: Vec<Lent>,
}

impl<'a> Lexicalisation<'a> {
    /// Looks up the concepts of all relations.
    #[must_use]
    pub fn new(base: &'a Base) -> Self {
        let mut claims: Vec<Vec<ClaimId>> = vec![Vec::new(); base.relations.len()];
        for claim in base.claims.iter() {
            let Some(relation) = base.claims.relation(claim) else { continue };
            let row = &mut claims[relation.index()];
            if row.len() < CLAIMS {
                row.push(claim);
            }
        }
        let said = |(id, claims): (RelationId, Vec<ClaimId>)| {
            let relation = base.relations.record(id)?;
            let shape = Shape::of(base, relation, claims);
            let lent = Lent::to(base, id, relation, &shape);
            Some(Said { shape, lent })
        };
        let relations = base.relations.iter().zip(claims).map(said).collect();
        Self { base, relations }
    }

    /// The phrasings by which a relation is read in the language of `pack`, where it has none of its own.
    #[must_use]
    pub fn phrasings(
        &self,
        id: RelationId,
        relation: &Relation,
        pack: &Language,
        general: &General<'_>,
    ) -> Vec<Phrasing> {
        let Some(Said { shape, lent }) = self.relations.get(id.index()).and_then(Option::as_ref) else {
            return Vec::new();
        };
        let mut found = if self.is_in(relation, pack) {
            fallback::phrasings(self.base, &shape.claims, relation, general)
        } else {
            Vec::new()
        };
        let mut expansion = Expansion::new(pack, shape);
        for (head, elides) in analysis::heads(self.base, shape, relation, pack) {
            expansion.head(&head, elides);
        }
        let own = relation.words.iter().filter(|(code, _)| *code == pack.code);
        expansion.entries(own.flat_map(|(_, entries)| entries));
        for lent in lent {
            expansion.borrow(lent, false);
            for akin in self.akin(*lent) {
                expansion.borrow(&akin, true);
            }
        }
        title::add(self.base, shape, pack, &mut expansion);
        for phrasing in expansion.finish() {
            if !found.iter().any(|known| known.parts == phrasing.parts) {
                found.push(phrasing);
            }
        }
        found
    }

    /// Whether the label of a relation may be in the language of `pack`: its words are no words of another one.
    fn is_in(&self, relation: &Relation, pack: &Language) -> bool {
        let Some(label) = &relation.label else { return true };
        let speaks =
            |pack: &Language| !analysis::Grammar { pack }.heads(label.in_language(&pack.code)).is_empty();
        speaks(pack) || !self.base.languages.iter().any(|other| other.code != pack.code && speaks(other))
    }

    /// Concepts akin to one that no relation on record is.
    fn akin(&self, lent: Lent) -> Vec<Lent> {
        let is_taken = |concept: &Concept| {
            let mut all = self.relations.iter().flatten().flat_map(|said| &said.lent);
            all.any(|other| other.name() == concept.id)
        };
        let named =
            lent.akin().iter().filter_map(|id| shipped().concepts.iter().find(|known| known.id == *id));
        named.filter(|concept| !is_taken(concept)).map(|concept| lent.of(concept)).collect()
    }
}

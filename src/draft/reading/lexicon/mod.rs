//! The words of a relation, put together as a language does: from its label and its claims' statements, and from the shipped
//! concept that these words belong to.
//!
//! Makes phrasings; matching them against sentences is `pattern`'s business.

mod analysis;
mod concept;
mod expansion;
mod shape;

use super::fallback;
use super::general::General;
use crate::model::{Base, Language, LexicalEntry, Phrasing, Relation, RelationId};

use concept::Lent;
use expansion::Expansion;
use shape::Shape;

/// The phrasings by which a relation is read in the language of `pack`, where it has none of its own.
#[must_use]
pub fn phrasings(
    base: &Base,
    id: RelationId,
    relation: &Relation,
    pack: &Language,
    general: &General<'_>,
) -> Vec<Phrasing> {
    let shape = Shape::of(base, id, relation);
    let mut found = fallback::phrasings(base, id, relation, general);
    let mut expansion = Expansion::new(pack, &shape);
    for (head, elides) in analysis::heads(base, &shape, relation, pack) {
        expansion.head(&head, elides);
    }
    for lent in Lent::to(base, id, relation, &shape) {
        for entry in lent.entries(&pack.code) {
            match entry {
                LexicalEntry::Head(head) => expansion.head(&lent.turned(head), lent.is_one_place()),
                LexicalEntry::Other(words) => expansion.other(words),
                LexicalEntry::Idiom(phrasings) => expansion.idioms(phrasings, lent.is_reversed()),
            }
        }
    }
    if std::env::var_os("LEXDBG").is_some() {
        eprintln!(
            "{} {:?} {:?}",
            base.relations.id(id),
            Lent::to(base, id, relation, &shape).iter().map(Lent::name).collect::<Vec<_>>(),
            shape
        );
    }
    for phrasing in expansion.finish() {
        if std::env::var_os("LEXDBG").is_some() {
            eprintln!("   {:?} {:?} {}", phrasing.phase, phrasing.confidence, phrasing.written);
        }
        if !found.iter().any(|known| known.parts == phrasing.parts) {
            found.push(phrasing);
        }
    }
    found
}

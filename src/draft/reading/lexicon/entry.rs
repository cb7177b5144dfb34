//! The words by which a relation is said, each with where it comes from. Reading makes phrasings of them; `erstwhile rules`
//! lists them.

use super::expansion::reversed;
use crate::model::{Head, LexicalEntry};

/// Words of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidBy {
    /// The words, with the ends as the relation has them.
    pub entry: LexicalEntry,
    /// Where they come from.
    pub origin: WordOrigin,
    /// Beside them the only object of the relation is left out.
    pub elides: bool,
}

/// Where words of a relation come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordOrigin {
    /// The `phrasings` of its record.
    Phrasings,
    /// The `words` of its record.
    Words,
    /// Its label.
    Label,
    /// The statements of its claims.
    Statements,
    /// The shipped relation with this id, which it is like.
    Shipped(&'static str),
    /// The shipped relation with this id, which it is `said_as`.
    SaidAs(&'static str),
    /// The shipped relation with this id, whose words often mean it: sure only where the record says the same.
    Akin(&'static str),
    /// The shipped relation of the noun that a label's compound noun narrows, "limit" of "connection limit", or one akin to it that
    /// another relation is: read only of what is on record.
    Wider(&'static str),
    /// The name of the entity with this id, a body whose head has a title.
    Title(String),
}

impl SaidBy {
    /// A head.
    #[must_use]
    pub const fn head(head: Head, origin: WordOrigin, elides: bool) -> Self {
        Self { entry: LexicalEntry::Head(head), origin, elides }
    }

    /// The same words with the ends swapped: of what holds in both directions.
    #[must_use]
    pub fn turned(self) -> Self {
        let entry = match self.entry {
            LexicalEntry::Head(head) => LexicalEntry::Head(Head { reversed: !head.reversed, ..head }),
            LexicalEntry::Idiom(written) => {
                LexicalEntry::Idiom(written.iter().map(|one| reversed(one)).collect())
            }
            other @ LexicalEntry::Other(_) => other,
        };
        Self { entry, ..self }
    }

    /// A phrasing as it is written.
    #[must_use]
    pub fn phrasing(written: String, origin: WordOrigin) -> Self {
        Self { entry: LexicalEntry::Idiom(vec![written]), origin, elides: false }
    }
}

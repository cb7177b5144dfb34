//! Words that stand by the ends of claims in sentences that were not read, and the entries that would read them. Plain data.

use super::{ClaimId, LexicalEntry, RelationId};
use crate::text::Position;

/// Words that no relation has, and may say this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadWords {
    /// The relation of the claims whose ends they stand by.
    pub relation: RelationId,
    /// The code of their language.
    pub language: String,
    /// What to add to the `words` of the relation.
    pub entry: LexicalEntry,
    /// The sentences, in the order of the drafts.
    pub sentences: Vec<UnreadSentence>,
}

/// A sentence in which they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadSentence {
    /// The draft.
    pub path: String,
    /// Where it begins and ends.
    pub at: (Position, Position),
    /// As it reads.
    pub text: String,
    /// The words by the ends.
    pub words: String,
    /// A claim with these ends.
    pub claim: ClaimId,
}

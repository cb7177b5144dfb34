//! Why a sentence was read as it was, or not at all, and what of a draft's head and comments cannot be read.

use std::sync::Arc;

use super::{Fact, facts};
use crate::model::{ClaimId, EntityId, RelationId};

facts! {
    /// How a draft was read.
    ReadingFact {
        /// A pattern of the relation matched these words.
        Pattern "why-pattern" { words: String, pattern: String }
        /// These words deny it, or say that it has ended: `denies`, `ended`.
        Denial "why-denial" { words: String, how: &'static str }
        /// These words make it what others say, a quotation or a forecast; or what is `possible` or planned.
        Modality "why-modality" { words: String, modality: &'static str }
        /// These words place it in time: `present`, `past`, `explicit`.
        Time "why-time" { words: String, time: &'static str }
        /// It has no words of any relation.
        NoPattern "unread-no-pattern" {}
        /// It names both ends of a claim and has no words of the relation.
        NoWords "unread-no-words" { relation: RelationId, claim: ClaimId }
        /// It has words of a relation, put together in no way that says it.
        Scattered "unread-scattered" { relation: RelationId }
        /// These words say the relation, and yet nothing is asserted: the `subject` or `object` is missing, the names are of the
        /// `wrong-kind`, an `amount` is missing, the `date` is none on record, no `construction` joins them; a word makes it an
        /// `other-role`; or it is a `question`, a `condition` or a `command`.
        Unread "unread-pattern" { pattern: String, relation: RelationId, words: String, reason: &'static str }
        /// An example of a relation or claim is not read as it says: what should be read and what is, in the words of examples or
        /// `unclear`; of `this` or of something `other`; where nothing is read, the reason.
        MisreadExample "misread-example" {
            sentence: String, expected: &'static str, found: &'static str, of: &'static str,
            subject: Option<EntityId>, said: Option<RelationId>, object: Option<EntityId>, value: Option<String>,
            relation: Option<RelationId>, reason: Option<Arc<Fact>>,
        }
        /// Words of a relation are read as the opposite of what a sentence says; `expected` may also be `past`.
        MisreadWords "misread-words" {
            relation: RelationId, words: String, sentence: String, expected: &'static str, found: &'static str,
        }
        /// Words of a relation hold this trigger, and do not state what they say.
        UndeclaredPolarity "undeclared-polarity" { relation: RelationId, words: String, trigger: String }
        /// Something in its head cannot be read: it is `unclosed` (with the line that is missing), a `quote` is, a line is not
        /// `YAML` or `TOML`, or what is written is not a `date`.
        Head "flaw-head" { reason: &'static str, written: Option<String> }
        /// A comment that accepts findings cannot be read.
        Allow "flaw-allow" { reason: &'static str, written: Option<String>, error: Option<String> }
    }
}

//! Sentences by which words are tried: in each language the same is affirmed, denied, ended, planned, supposed and asked.

use serde::Deserialize;

use super::named::named_enum;
use super::{FarEnd, Reads};

named_enum!(
    /// What a variant is of.
    VariantOf {
        /// Nouns.
        Noun "noun",
        /// Verbs.
        Verb "verb",
        /// Adjectives.
        Adjective "adjective",
        /// Phrasings, as they are.
        Phrasing "phrasing",
    }
);

/// A sentence with places for words that are tried, and what must be read of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// The words that it is for.
    pub of: VariantOf,
    /// What the words have on the far side.
    #[serde(default = "entity")]
    pub far: FarEnd,
    /// What must be read, or nothing at all.
    pub reads: Reads,
    /// Whether it must not be read as said of the present.
    #[serde(default)]
    pub dated: bool,
    /// The sentence: `{subject}`, `{object}`, `{value}`, `{with}` and the forms of the head, as in constructions; of a phrasing
    /// `{sentence}`, or its subject and what is behind it: `{subject}`, `{auxiliary}` and `{rest}`, or `{subject}` and `{verb}`.
    pub sentence: String,
}

const fn entity() -> FarEnd {
    FarEnd::Entity
}

//! Which known entities a text names, by all their names at once, longest first, whole words only.
//!
//! Finds names; what a name does in its sentence is decided where assertions are made.

mod suffix_filter;
mod index;
mod scan;
mod shared_names;

use std::ops::Range;

pub use index::MentionIndex;

use crate::model::{Confidence, EntityId};

/// A name in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityMention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names; none: nothing on record.
    pub entity: Option<EntityId>,
    /// How sure that is: less, of a short form.
    pub certainty: Confidence,
    /// It names only a part of that: "Tern 5.1.2", of Tern 5.1.
    pub is_patch: bool,
}

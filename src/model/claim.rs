//! One claim: what it may say and how it refers to others. All of them, as columns, are `claims`.

use super::{Allow, EntityId, Example, RelationId, ValueId};
use crate::text::Place;
use crate::time::{Bound, Period};

/// The far side of a claim: an entity, a value (an amount, a date or words), or a value about both ends, as in
/// "Microsoft invested 1 billion dollars in OpenAI".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Object {
    /// The other side of the relation.
    pub entity: Option<EntityId>,
    /// How much, when, or in which words.
    pub value: Option<ValueId>,
}

impl Object {
    /// Nothing was said.
    pub const NONE: Self = Self { entity: None, value: None };

    /// Whether nothing was said.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// The far end alone: the entity, and only where there is none the value.
    #[must_use]
    pub fn end(self) -> Self {
        self.entity.map_or(self, Self::from)
    }

    /// The value alone.
    #[must_use]
    pub fn measure(self) -> Self {
        Self { entity: None, ..self }
    }

    /// Whether what holds for this holds for `other` too: a denial that anything was invested denies any sum of it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self == other || self.value.is_none() && self.entity.is_some() && self.entity == other.entity
    }
}

impl From<EntityId> for Object {
    fn from(entity: EntityId) -> Self {
        Self { entity: Some(entity), value: None }
    }
}

impl From<ValueId> for Object {
    fn from(value: ValueId) -> Self {
        Self { entity: None, value: Some(value) }
    }
}

/// How a claim refers to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// Takes over from it: it was true in its time.
    Supersedes,
    /// Says that it was never true.
    Corrects,
    /// Says the same again.
    Repeats,
}

impl LinkKind {
    /// The field by which files name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Supersedes => "supersedes",
            Self::Corrects => "corrects",
            Self::Repeats => "repeats",
        }
    }
}

/// A reference to another claim, by the id as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it says of the other claim.
    pub kind: LinkKind,
    /// The other claim's id.
    pub to: String,
}

/// What only some claims have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClaimDetail {
    /// When it was made known, which may be before it begins.
    pub announced: Option<Bound>,
    /// Its references to other claims.
    pub links: Vec<Link>,
    /// The findings that are accepted here.
    pub allows: Vec<Allow>,
    /// What it says, in other languages than its statement: the code and the words.
    pub translations: Vec<(String, String)>,
    /// Sentences with what must be read of them.
    pub reads: Vec<Example>,
    /// Words for whoever keeps the file.
    pub note: Option<String>,
}

/// One claim on its way into the table.
#[derive(Debug, Clone, Copy)]
pub struct NewClaim<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it says, for people; empty if nothing was written.
    pub statement: &'a str,
    /// What it is about.
    pub subject: Option<EntityId>,
    /// What it says of it.
    pub relation: Option<RelationId>,
    /// The far side.
    pub object: Object,
    /// When it holds; `None` if what was written is not a date, so that nothing can be said about its time.
    pub period: Option<Period>,
    /// It denies instead of asserting.
    pub denies: bool,
    /// It ranks above the others of its timeline.
    pub preferred: bool,
    /// Where its record is.
    pub place: Place,
}

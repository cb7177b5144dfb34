//! What a finding says, as data: ids, days, periods, places. No prose: `words` makes sentences of facts, JSON carries them
//! as they are.
//!
//! Each family of facts is one enum in a file of its own, listed once by the macro `facts!`: the key under which the
//! languages word it, and its fields. The same list makes the arguments of the messages and the members of the JSON object.

mod claim;
mod draft;
mod file;
mod law;
mod place;
mod point;
mod reading;
mod report;
mod verbatim;

use std::sync::Arc;

use super::{Amount, Base, ClaimId, EntityId, Object, RelationId, SourceId};
use crate::time::{Bound, Day, Length, Period};

pub use claim::ClaimFact;
pub use draft::DraftFact;
pub use file::FileFact;
pub use law::LawFact;
pub use place::PlaceFact;
pub use point::PointFact;
pub use reading::ReadingFact;
pub use report::ReportFact;
pub use verbatim::VerbatimFact;

/// A claim with what supports it best: its newest source, and how many more there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attested {
    /// The claim.
    pub claim: ClaimId,
    /// The newest source that supports it; none if nothing does.
    pub source: Option<SourceId>,
    /// How many more support it.
    pub more: u32,
}

/// What a sentence could say instead, to be worded in the language of that sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// "until 21 January 2025".
    Until(Bound),
    /// "since 21 January 2025".
    Since(Bound),
    /// "on 21 January 2025".
    On(Bound),
    /// "from 2023 until January 2025".
    During(Period),
    /// "2025-01-21": the end of a claim's period, as files write it.
    End(Bound),
}

/// A value as somebody gave it: to be told in other languages too, where it is an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidValue {
    /// As it was written.
    pub written: String,
    /// The language in which it was.
    pub language: String,
    /// The amount that it is.
    pub amount: Option<Amount>,
}

/// One field of a fact.
#[derive(Debug, Clone, Copy)]
pub enum Detail<'a> {
    /// Nothing: an optional field that is empty. Messages select it as `none`.
    Absent,
    /// One of a few words that messages select by.
    Word(&'static str),
    /// A text as a file or draft has it.
    Text(&'a str),
    /// Texts as files have them.
    Texts(&'a [String]),
    /// How many.
    Count(usize),
    /// A claim.
    Claim(ClaimId),
    /// A claim with its best source.
    Attested(Attested),
    /// Claims.
    Claims(&'a [ClaimId]),
    /// A source.
    Source(SourceId),
    /// Sources.
    Sources(&'a [SourceId]),
    /// An entity.
    Entity(EntityId),
    /// Entities.
    Entities(&'a [EntityId]),
    /// A relation.
    Relation(RelationId),
    /// Relations.
    Relations(&'a [RelationId]),
    /// The far side of a claim.
    Object(Object),
    /// Several of them.
    Objects(&'a [Object]),
    /// A day.
    Day(Day),
    /// A date, perhaps imprecise.
    Date(Bound),
    /// A validity period.
    Period(Period),
    /// A length of time.
    Length(Length),
    /// What a sentence could say instead.
    Suggestion(Suggestion),
    /// A value as somebody gave it.
    Value(&'a SaidValue),
    /// Another fact, worded within this one.
    Fact(&'a Fact),
}

macro_rules! details {
    ($($type:ty => $variant:ident,)*) => {
        $(impl<'a> From<&'a $type> for Detail<'a> {
            fn from(value: &'a $type) -> Self {
                Self::$variant(*value)
            }
        }

        impl<'a> From<&'a Option<$type>> for Detail<'a> {
            fn from(value: &'a Option<$type>) -> Self {
                value.as_ref().map_or(Self::Absent, Self::from)
            }
        })*
    };
}

details! {
    &'static str => Word,
    usize => Count,
    ClaimId => Claim,
    Attested => Attested,
    SourceId => Source,
    EntityId => Entity,
    RelationId => Relation,
    Object => Object,
    Day => Day,
    Bound => Date,
    Period => Period,
    Length => Length,
    Suggestion => Suggestion,
}

macro_rules! borrowed_details {
    ($($type:ty => $variant:ident,)*) => {
        $(impl<'a> From<&'a $type> for Detail<'a> {
            fn from(value: &'a $type) -> Self {
                Self::$variant(value)
            }
        }

        impl<'a> From<&'a Option<$type>> for Detail<'a> {
            fn from(value: &'a Option<$type>) -> Self {
                value.as_ref().map_or(Self::Absent, Self::from)
            }
        })*
    };
}

borrowed_details! {
    String => Text,
    Box<str> => Text,
    Arc<str> => Text,
    Vec<String> => Texts,
    Arc<[String]> => Texts,
    Box<[ClaimId]> => Claims,
    Box<[SourceId]> => Sources,
    Box<[EntityId]> => Entities,
    Box<[RelationId]> => Relations,
    Box<[Object]> => Objects,
    SaidValue => Value,
    Arc<Fact> => Fact,
    Box<Fact> => Fact,
}

/// Defines a family of facts. Of each: its name, the key of its messages, and its fields with their types, for each of
/// which a [`Detail`] is made.
macro_rules! facts {
    (
        $(#[$family_doc:meta])* $family:ident {
            $($(#[$doc:meta])* $name:ident $key:literal { $($field:ident: $type:ty),* $(,)? })*
        }
    ) => {
        $(#[$family_doc])*
        #[expect(missing_docs, reason = "fields are named for what they hold, and their types say the rest")]
        #[derive(Debug, Clone, PartialEq)]
        pub enum $family {
            $($(#[$doc])* $name { $($field: $type),* },)*
        }

        impl $family {
            /// All facts of this family: the key of the messages, and the names of the fields.
            pub const ALL: &'static [(&'static str, &'static [&'static str])] =
                &[$(($key, &[$(stringify!($field)),*])),*];

            /// The key under which it is worded and identified in data.
            #[must_use]
            pub fn key(&self) -> &'static str {
                match self { $(Self::$name { .. } => $key,)* }
            }

            /// The key of the few words for its place.
            #[must_use]
            pub fn label_key(&self) -> &'static str {
                match self { $(Self::$name { .. } => concat!($key, ".label"),)* }
            }

            /// The key of what to do about it.
            #[must_use]
            pub fn help_key(&self) -> &'static str {
                match self { $(Self::$name { .. } => concat!($key, ".help"),)* }
            }

            /// Shows each field with its name.
            pub fn each<'a>(&'a self, see: &mut dyn FnMut(&'static str, $crate::model::fact::Detail<'a>)) {
                match self {
                    $(Self::$name { $($field),* } => { $(see(stringify!($field), $field.into());)* })*
                }
                let _ = see;
            }
        }

        impl From<$family> for $crate::model::fact::Fact {
            fn from(fact: $family) -> Self {
                Self::$family(fact.into())
            }
        }
    };
}

use facts;

macro_rules! families {
    ($($family:ident: $held:ty,)*) => {
        /// What is said, as data. The large ones are boxed, so that those of a large base stay small.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Fact {
            $(#[doc = concat!("One of [`", stringify!($family), "`].")] $family($held),)*
        }

        impl Fact {
            /// The lists of all families.
            pub const FAMILIES: &'static [&'static [(&'static str, &'static [&'static str])]] =
                &[$($family::ALL),*];

            /// The key under which it is worded and identified in data.
            #[must_use]
            pub fn key(&self) -> &'static str {
                match self {
                    $(Self::$family(fact) => fact.key(),)*
                }
            }

            /// The key of the few words for its place.
            #[must_use]
            pub fn label_key(&self) -> &'static str {
                match self {
                    $(Self::$family(fact) => fact.label_key(),)*
                }
            }

            /// The key of what to do about it.
            #[must_use]
            pub fn help_key(&self) -> &'static str {
                match self {
                    $(Self::$family(fact) => fact.help_key(),)*
                }
            }

            /// Shows each field with its name.
            pub fn each<'a>(&'a self, see: &mut dyn FnMut(&'static str, Detail<'a>)) {
                match self {
                    $(Self::$family(fact) => fact.each(see),)*
                }
            }
        }
    };
}

families! {
    ClaimFact: ClaimFact,
    DraftFact: Box<DraftFact>,
    FileFact: Box<FileFact>,
    LawFact: LawFact,
    PlaceFact: PlaceFact,
    PointFact: Box<PointFact>,
    ReadingFact: Box<ReadingFact>,
    ReportFact: Box<ReportFact>,
    VerbatimFact: Box<VerbatimFact>,
}

impl Attested {
    /// A claim with the newest of the sources that `supports` lists.
    #[must_use]
    pub fn new(base: &Base, claim: ClaimId, supports: impl Iterator<Item = SourceId>) -> Self {
        let rank = |source: SourceId| {
            let published = base.sources.published(source);
            (published.map(|bound| bound.latest), std::cmp::Reverse(base.sources.id(source)))
        };
        let mut more = 0;
        let newest = supports.reduce(|best, other| {
            more += 1;
            if rank(other) >= rank(best) { other } else { best }
        });
        Self { claim, source: newest, more }
    }
}

#[cfg(test)]
mod tests {
    use super::Fact;

    /// A base of a million claims gives 20,000 findings, each with one or more.
    #[test]
    fn facts_are_small() {
        assert!(size_of::<Fact>() <= 96, "{}", size_of::<Fact>());
    }
}

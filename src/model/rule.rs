//! Declared laws. Each names one of a closed set of kinds; the kinds themselves are in `check`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::named::named_enum;
use super::{EntityId, RelationId, Severity, Translations, Value};
use crate::text::Place;
use crate::time::Length;

use super::relation::Law;

/// One end of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Its subject.
    #[default]
    Subject,
    /// Its object or value.
    Object,
}

/// What the claims share of which only one (or a set number) may hold at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Their subject.
    #[default]
    Subject,
    /// Their object, or their value where there is none.
    Object,
    /// Subject and object: their values differ.
    Pair,
}

/// One end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Terminal {
    /// Where it begins.
    #[default]
    Start,
    /// Where it ends.
    End,
}

named_enum!(
    /// What a `qualifier` rule can require of a claim.
    Matter {
        /// A stated start.
        Start "start",
        /// A stated end.
        End "end",
        /// A citation with a quote.
        Quote "quote",
        /// A citation that says where in its source.
        Locator "locator",
        /// A statement for people.
        Statement "statement",
        /// A source.
        Source "source",
    }
);

/// The parameters of `incompatible`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Incompatible<R = RelationId, E = EntityId> {
    /// The relations that do not go with those of the rule's scope; empty: those that each relation declares.
    pub with: Vec<R>,
    /// The ends that both claims share.
    pub same: Vec<Role>,
    /// The end in which both claims differ.
    pub different: Option<Role>,
    /// Only claims of the scope with one of these objects; empty: all.
    pub objects: Vec<E>,
    /// Only claims of the other relations with one of these objects; empty: all.
    pub with_objects: Vec<E>,
    /// Whatever the time.
    pub ever: bool,
}

/// The parameters of `order`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrderRule<R = RelationId> {
    /// The end of the claim's period that comes first.
    pub first: Terminal,
    /// The relations whose claims come after; empty: those that each relation declares.
    pub then: Vec<R>,
    /// The end of the later claim's period that is meant.
    pub its: Terminal,
    /// Which end of the later claim is the subject of the earlier one.
    pub of: Role,
    /// The least time between the two.
    #[serde(deserialize_with = "length")]
    pub at_least: Option<Length>,
    /// The most time between the two.
    #[serde(deserialize_with = "length")]
    pub at_most: Option<Length>,
}

/// The parameters of `companion`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Companion<R = RelationId, E = EntityId> {
    /// Which end of the claim must have a claim of its own.
    pub of: Role,
    /// The relations of which one is required.
    pub requires: Vec<R>,
    /// The objects of which the required claim has one; empty: any.
    pub objects: Vec<E>,
    /// It must hold at some time at which the claim holds.
    pub same_time: bool,
}

/// The parameters of `sourcing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sourcing {
    /// How many sources must support a claim.
    pub at_least: usize,
    /// How many independent origins these must have.
    pub independent: usize,
    /// One of them must be primary.
    pub primary: bool,
    /// One of them must be dated.
    pub dated: bool,
    /// One of them must not be older than what it supports.
    pub in_time: bool,
}

/// The closed set of kinds, with their parameters. In a file, relations, entities and limits are text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Kind<R = RelationId, E = EntityId, L = Limit> {
    /// At most this many values at a time, or ever.
    SingleValue {
        /// What is shared.
        #[serde(default)]
        per: Per,
        /// How many values it may have.
        #[serde(default = "one")]
        at_most: usize,
        /// Whatever the time.
        #[serde(default)]
        ever: bool,
        /// Only among the preferred claims, where there are any.
        #[serde(default)]
        best: bool,
    },
    /// Relations that exclude each other.
    #[serde(bound(deserialize = "Incompatible<R, E>: Deserialize<'de>"))]
    Incompatible(Incompatible<R, E>),
    /// One thing comes before another.
    #[serde(bound(deserialize = "OrderRule<R>: Deserialize<'de>"))]
    Order(OrderRule<R>),
    /// Subject and object exist at one time.
    Contemporary {
        /// Relations whose claims begin an existence.
        #[serde(default = "Vec::new")]
        begins: Vec<R>,
        /// Relations whose claims end one.
        #[serde(default = "Vec::new")]
        ends: Vec<R>,
        /// For the whole period of the claim, not only for some day.
        #[serde(default)]
        cover: bool,
    },
    /// Another claim must be recorded.
    #[serde(bound(deserialize = "Companion<R, E>: Deserialize<'de>"))]
    Companion(Companion<R, E>),
    /// The claim in the other direction must be recorded.
    Mirror {
        /// The relation of that claim; `None`: the relation itself or its declared inverse.
        by: Option<R>,
    },
    /// Values and objects within bounds.
    ValueRange {
        /// The least value.
        min: Option<L>,
        /// The greatest value.
        max: Option<L>,
        /// The objects or words of which it is one.
        #[serde(default)]
        one_of: Vec<String>,
        /// The objects or words that it must not be.
        #[serde(default)]
        none_of: Vec<String>,
    },
    /// Something that each claim must say.
    Qualifier {
        /// What.
        #[serde(default)]
        requires: Vec<Matter>,
    },
    /// How claims must be sourced.
    Sourcing(Sourcing),
    /// How long claims stay fresh.
    Freshness {
        /// How long a confirmation counts; `None`: what each relation declares.
        #[serde(default, deserialize_with = "length")]
        review_every: Option<Length>,
        /// Claims that ended and were followed by nothing are reported too.
        #[serde(default)]
        expires: bool,
    },
}

fn one() -> usize {
    1
}

fn length<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Length>, D::Error> {
    let written = Option::<String>::deserialize(from)?;
    written.map(|written| Length::parse(&written)).transpose().map_err(D::Error::custom)
}

impl<R, E, L> Kind<R, E, L> {
    /// The same kind with other names for relations, entities and limits.
    pub fn translate<R2, E2, L2>(
        self,
        mut relation: impl FnMut(R) -> R2,
        mut entity: impl FnMut(E) -> E2,
        mut limit: impl FnMut(L) -> L2,
    ) -> Kind<R2, E2, L2> {
        let mut relations = |from: Vec<R>| -> Vec<R2> { from.into_iter().map(&mut relation).collect() };
        let mut entities = |from: Vec<E>| -> Vec<E2> { from.into_iter().map(&mut entity).collect() };
        match self {
            Self::SingleValue { per, at_most, ever, best } => Kind::SingleValue { per, at_most, ever, best },
            Self::Incompatible(Incompatible { with, same, different, objects, with_objects, ever }) => {
                Kind::Incompatible(Incompatible {
                    with: relations(with),
                    same,
                    different,
                    objects: entities(objects),
                    with_objects: entities(with_objects),
                    ever,
                })
            }
            Self::Order(OrderRule { first, then, its, of, at_least, at_most }) => {
                Kind::Order(OrderRule { first, then: relations(then), its, of, at_least, at_most })
            }
            Self::Contemporary { begins, ends, cover } => {
                Kind::Contemporary { begins: relations(begins), ends: relations(ends), cover }
            }
            Self::Companion(Companion { of, requires, objects, same_time }) => Kind::Companion(Companion {
                of,
                requires: relations(requires),
                objects: entities(objects),
                same_time,
            }),
            Self::Mirror { by } => Kind::Mirror { by: by.map(relation) },
            Self::ValueRange { min, max, one_of, none_of } => {
                let [min, max] = [min, max].map(|end| end.map(&mut limit));
                Kind::ValueRange { min, max, one_of, none_of }
            }
            Self::Qualifier { requires } => Kind::Qualifier { requires },
            Self::Sourcing(sourcing) => Kind::Sourcing(sourcing),
            Self::Freshness { review_every, expires } => Kind::Freshness { review_every, expires },
        }
    }
}

impl Kind {
    /// The word by which files name the kind.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::SingleValue { .. } => "single_value",
            Self::Incompatible(_) => "incompatible",
            Self::Order(_) => "order",
            Self::Contemporary { .. } => "contemporary",
            Self::Companion(_) => "companion",
            Self::Mirror { .. } => "mirror",
            Self::ValueRange { .. } => "value_range",
            Self::Qualifier { .. } => "qualifier",
            Self::Sourcing(_) => "sourcing",
            Self::Freshness { .. } => "freshness",
        }
    }

    /// The relations that its parameters name.
    #[must_use]
    pub fn relations(&self) -> Vec<RelationId> {
        match self {
            Self::Incompatible(kind) => kind.with.clone(),
            Self::Order(kind) => kind.then.clone(),
            Self::Contemporary { begins, ends, .. } => begins.iter().chain(ends).copied().collect(),
            Self::Companion(kind) => kind.requires.clone(),
            Self::Mirror { by } => by.iter().copied().collect(),
            _ => Vec::new(),
        }
    }
}

/// A bound of a `value_range`.
#[derive(Debug, Clone, PartialEq)]
pub enum Limit {
    /// The day on which the question is asked.
    Now,
    /// An amount or a date, and how it was written.
    Value(Value, String),
}

/// The relations that a rule is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleScope {
    /// All.
    All,
    /// Those that declare a law.
    Law(Law),
    /// These.
    Relations(Vec<RelationId>),
}

/// A declared law.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Its id.
    pub id: String,
    /// Its kind, with parameters.
    pub kind: Kind,
    /// What it is about.
    pub scope: RuleScope,
    /// `Some(None)` is off; `None` leaves the code's own severity.
    pub severity: Option<Option<Severity>>,
    /// Words of its own, said before what was found.
    pub message: Option<Translations>,
    /// What to do, in its own words.
    pub help: Option<Translations>,
    /// Claims files that satisfy it.
    pub passes: Vec<String>,
    /// Claims files that break it.
    pub fails: Vec<String>,
    /// Where its record is.
    pub place: Place,
}

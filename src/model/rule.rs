//! Declared laws. Each names one of a closed set of kinds; the kinds themselves are in `check`.

use super::{EntityId, RelationId, Severity, Value};
use crate::text::Place;
use crate::time::Length;

use super::relation::Law;

/// One end of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Its subject.
    Subject,
    /// Its object or value.
    Object,
}

/// One end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terminal {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// What a `qualifier` rule can require of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// A stated start.
    Start,
    /// A stated end.
    End,
    /// A citation with a quote.
    Quote,
    /// A citation that says where in its source.
    Locator,
    /// A statement for people.
    Statement,
    /// A source.
    Source,
}

impl Matter {
    /// All with the word by which files name them.
    pub const ALL: [(&'static str, Self); 6] = [
        ("start", Self::Start),
        ("end", Self::End),
        ("quote", Self::Quote),
        ("locator", Self::Locator),
        ("statement", Self::Statement),
        ("source", Self::Source),
    ];

    /// The word by which files name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, matter)| *matter == self).map_or("", |(word, _)| word)
    }
}

/// The parameters of `incompatible`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incompatible {
    /// The relations that do not go with those of the rule's scope; empty: those that each relation declares.
    pub with: Vec<RelationId>,
    /// The ends that both claims share.
    pub same: Vec<Role>,
    /// The end in which both claims differ.
    pub different: Option<Role>,
    /// Only claims of the scope with one of these objects; empty: all.
    pub objects: Vec<EntityId>,
    /// Only claims of the other relations with one of these objects; empty: all.
    pub with_objects: Vec<EntityId>,
    /// Whatever the time.
    pub ever: bool,
}

/// The parameters of `order`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRule {
    /// The end of the claim's period that comes first.
    pub first: Terminal,
    /// The relations whose claims come after; empty: those that each relation declares.
    pub then: Vec<RelationId>,
    /// The end of the later claim's period that is meant.
    pub its: Terminal,
    /// Which end of the later claim is the subject of the earlier one.
    pub of: Role,
    /// The least time between the two.
    pub at_least: Option<Length>,
    /// The most time between the two.
    pub at_most: Option<Length>,
}

/// The parameters of `companion`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Which end of the claim must have a claim of its own.
    pub of: Role,
    /// The relations of which one is required.
    pub requires: Vec<RelationId>,
    /// The objects of which the required claim has one; empty: any.
    pub objects: Vec<EntityId>,
    /// It must hold at some time at which the claim holds.
    pub same_time: bool,
}

/// The parameters of `sourcing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sourcing {
    /// How many sources must support a claim.
    pub at_least: usize,
    /// How many independent origins these must have.
    pub independent: usize,
    /// One of them must be primary.
    pub primary: bool,
    /// One of them must be dated.
    pub dated: bool,
    /// One of them must not be older than what it vouches for.
    pub in_time: bool,
}

/// The closed set of kinds, with their parameters.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// At most so many values at a time, or ever.
    SingleValue {
        /// The end that is shared.
        per: Role,
        /// How many values it may have.
        at_most: usize,
        /// Whatever the time.
        ever: bool,
        /// Only among the preferred claims, where there are any.
        best: bool,
    },
    /// Relations that exclude each other.
    Incompatible(Incompatible),
    /// One thing comes before another.
    Order(OrderRule),
    /// Subject and object exist at one time.
    Contemporary {
        /// Relations whose claims begin an existence.
        begins: Vec<RelationId>,
        /// Relations whose claims end one.
        ends: Vec<RelationId>,
        /// For the whole period of the claim, not only for some day.
        cover: bool,
    },
    /// Another claim must be on record.
    Companion(Companion),
    /// The claim in the other direction must be on record.
    Mirror {
        /// The relation of that claim; `None`: the relation itself or its declared inverse.
        by: Option<RelationId>,
    },
    /// Values and objects within bounds.
    ValueRange {
        /// The least value.
        min: Option<Limit>,
        /// The greatest value.
        max: Option<Limit>,
        /// The objects or words of which it is one.
        one_of: Vec<String>,
        /// The objects or words of which it is none.
        none_of: Vec<String>,
    },
    /// Something that each claim must say.
    Qualifier {
        /// What.
        requires: Vec<Matter>,
    },
    /// How claims must be sourced.
    Sourcing(Sourcing),
    /// How long claims stay fresh.
    Freshness {
        /// How long an attestation is good for; `None`: what each relation declares.
        review_every: Option<Length>,
        /// Claims that ended and were followed by nothing are reported too.
        expires: bool,
    },
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
    pub message: Option<String>,
    /// What to do, in its own words.
    pub help: Option<String>,
    /// Claims files that satisfy it.
    pub passes: Vec<String>,
    /// Claims files that break it.
    pub fails: Vec<String>,
    /// Where its record stands.
    pub place: Place,
}

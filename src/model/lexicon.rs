//! Words by which relations are said, and the constructions in which a language puts them together. Plain data.
//!
//! A lexical entry is a head with its grammar; terms follow OntoLex-Lemon and LexInfo. Which sentences they make is
//! `draft::reading::lexicon`'s business.

use serde::Deserialize;

use super::Confidence;
use super::named::named_enum;

/// How many claims of a relation are asked for its words and values, in the order of the base: more are like those before them.
pub const SAMPLED_CLAIMS: usize = 64;

/// How many different words are read as values of a relation: each takes phrasings of its own, and memory for them.
pub const READ_VALUES: usize = 16;

named_enum!(
    /// The part of speech of a head, and with it how its ends stand around it.
    Frame {
        /// Subject *is the* head *of* object.
        Noun "noun",
        /// Subject head object.
        Verb "verb",
        /// Subject *is* head object: "based in".
        Adjective "adjective",
        /// Head *of* object *by* subject: "acquisition".
        Event "event",
    }
);

named_enum!(
    /// What words say of a relation.
    Phase {
        /// It holds, or happens.
        Holds "holds",
        /// It begins.
        Begins "begins",
        /// It is over.
        Ends "ends",
        /// It is not so.
        Denies "denies",
        /// It is only planned.
        Plans "plans",
    }
);

named_enum!(
    /// What a construction has places for beside the subject.
    FarEnd {
        /// An entity.
        Entity "entity",
        /// An amount.
        Value "value",
        /// An entity and an amount.
        Both "both",
        /// Nothing.
        None "none",
        /// Nothing, of a relation that has an entity: the only one that the subject has on record is meant.
        Unsaid "unsaid",
        /// Nothing, of a relation that has a date: that of the clause is meant, wherever it stands.
        Date "date",
    }
);

/// A way to say a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LexicalEntry {
    /// A head with its grammar.
    Head(Head),
    /// Longer words that hold a head and say something else.
    Other(Vec<String>),
    /// Phrasings for what no frame expresses.
    Idiom(Vec<String>),
}

/// A shipped relation whose words say another one too.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaidAs {
    /// Its id, or Wikidata's property.
    pub id: String,
    /// The ends are swapped.
    #[serde(default)]
    pub reversed: bool,
}

/// Heads of the same grammar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its part of speech.
    pub frame: Frame,
    /// The lemmas.
    pub heads: Vec<String>,
    /// Prepositions before the far end; none: those that are usual for the frame.
    pub with: Vec<String>,
    /// The ends are swapped: object is head of subject.
    pub reversed: bool,
    /// What it says of the relation.
    pub when: Phase,
    /// Whether that is stated: negations among its own words then say nothing more.
    pub is_declared: bool,
    /// It means other things too: a reading by it is sure only where the record says the same.
    pub weak: bool,
    /// A name may follow it, and the object be left out: "President Ann Meyer".
    pub title: bool,
}

impl Head {
    /// Heads that hold, are sure, and have their ends as the frame has them.
    #[must_use]
    pub const fn new(frame: Frame, heads: Vec<String>, with: Vec<String>) -> Self {
        Self {
            frame,
            heads,
            with,
            reversed: false,
            when: Phase::Holds,
            is_declared: false,
            weak: false,
            title: false,
        }
    }
}

/// One way in which a language puts a head and its ends together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Construction {
    /// Its name: "copula".
    pub name: String,
    /// The heads that it is for.
    pub frame: Frame,
    /// What it has places for.
    #[serde(default = "entity")]
    pub far: FarEnd,
    /// A phrasing with places for the head: `{head}`, `{head:participle}`, `{with}`, and named classes of words.
    pub pattern: String,
    /// What it says beside the head.
    #[serde(default = "holds")]
    pub when: Phase,
    /// How sure a reading by it is.
    #[serde(default = "high")]
    pub confidence: Confidence,
    /// Its last words are a verb that has no object: "left", of who left the office and not a room.
    #[serde(default)]
    pub intransitive: bool,
    /// Its subject is whom another followed: no longer so since then, and perhaps since long before.
    #[serde(default)]
    pub predecessor: bool,
    /// A sentence that it fits.
    pub example: String,
}

/// One way in which a language says that something took the place of something else, whatever the relation: "switched from Ost
/// to West".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// Its name: "from-to".
    pub name: String,
    /// A phrasing with the places `{before}` and `{after}`, and named classes of words.
    pub pattern: String,
    /// A sentence that it fits.
    pub example: String,
}

const fn entity() -> FarEnd {
    FarEnd::Entity
}

const fn holds() -> Phase {
    Phase::Holds
}

const fn high() -> Confidence {
    Confidence::High
}

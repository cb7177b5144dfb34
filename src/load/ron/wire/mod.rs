//! The shapes of records as they stand in RON, apart from the model: all fields optional, nothing resolved.

mod config;
mod date_words;
mod rule;
mod trigger;
mod sum_words;

use std::borrow::Cow;
use std::fmt;

use ron::value::RawValue;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};

use super::Shape;
pub use super::str::Str;
pub use config::{ConfidenceWire, ConfigWire, FailOnWire, OverrideWire, SeveritiesWire};
pub use date_words::{DateWordsWire, RelativeWire};
pub use rule::{KindWire, MatterWire, RoleWire, RuleWire, SeverityWire, TerminalWire};
pub use sum_words::{DecimalWire, ScaleWire, SumWordsWire, UnitWire as SumUnitWire, VagueWire};
pub use trigger::{CategoryWire, DirectionWire, TriggerWire};

/// A list of names: phrasings and aliases by language.
pub type ByLanguage = std::collections::BTreeMap<String, Vec<String>>;

/// A claim.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Claim")]
pub struct ClaimWire<'a> {
    #[serde(borrow)]
    pub id: Option<Str<'a>>,
    pub statement: Option<Str<'a>>,
    pub subject: Option<Str<'a>>,
    pub relation: Option<Str<'a>>,
    pub object: Option<Str<'a>>,
    pub value: Option<&'a RawValue>,
    pub valid: Option<Str<'a>>,
    pub announced: Option<Str<'a>>,
    pub not: bool,
    pub preferred: bool,
    pub sources: Vec<CitationWire<'a>>,
    pub supersedes: Vec<Str<'a>>,
    pub corrects: Vec<Str<'a>>,
    pub repeats: Vec<Str<'a>>,
    pub allow: Vec<AllowWire>,
    pub note: Option<Str<'a>>,
}

/// A source of a claim: its id alone, or with more.
#[derive(Debug)]
pub enum CitationWire<'a> {
    /// `"id"`
    Id(Str<'a>),
    /// `(source: "id", …)`
    Record(CitationRecord),
}

/// A citation with more than a source.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Citation")]
pub struct CitationRecord {
    pub source: Option<String>,
    pub quote: Option<String>,
    pub locator: Option<String>,
    pub attests: Option<String>,
    pub stance: Option<StanceWire>,
}

/// A citation's stance.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StanceWire {
    Supports,
    Disputes,
}

impl<'de: 'a, 'a> Deserialize<'de> for CitationWire<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = CitationWire<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter
                    .write_str("the id of a source in quotation marks, or `(source: \"…\", quote: \"…\")`")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(CitationWire::Id(Str(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(CitationWire::Id(Str(Cow::Owned(text.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                CitationRecord::deserialize(MapAccessDeserializer::new(map)).map(CitationWire::Record)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// An accepted finding.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Allow")]
pub struct AllowWire {
    pub code: Option<String>,
    pub reason: Option<String>,
    pub until: Option<String>,
}

/// An entity.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Entity")]
pub struct EntityWire {
    pub id: Option<String>,
    pub name: Option<String>,
    pub aliases: Vec<String>,
    pub aliases_in: ByLanguage,
    pub part_of: Vec<String>,
    pub note: Option<String>,
}

/// A source.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Source")]
pub struct SourceWire {
    pub id: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub kind: Option<SourceKindWire>,
    pub derived_from: Vec<String>,
    pub note: Option<String>,
}

/// A source's kind.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKindWire {
    Primary,
    Secondary,
}

/// A relation.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Relation")]
pub struct RelationWire {
    pub id: Option<String>,
    pub label: Option<String>,
    pub functional: bool,
    pub exclusive: bool,
    pub once: bool,
    pub symmetric: bool,
    pub event: bool,
    pub inverse: Option<String>,
    pub narrower_than: Vec<String>,
    pub incompatible_with: Vec<String>,
    pub excludes_others: Vec<String>,
    pub before: Vec<String>,
    pub review_every: Option<String>,
    pub takes: Option<TakesWire>,
    pub tolerance: Option<f64>,
    pub phrasings: ByLanguage,
    pub part_or_whole: Vec<RoleWire>,
    pub concerns: Vec<String>,
    pub unsaid: Vec<RoleWire>,
    pub note: Option<String>,
}

/// What a relation takes.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakesWire {
    Entity,
    Amount,
    Date,
    Text,
}

/// A language pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Language")]
pub struct LanguageWire {
    pub code: Option<String>,
    pub name: Option<String>,
    pub months: Vec<Vec<String>>,
    pub weekdays: Vec<String>,
    pub common: Vec<String>,
    pub suffixes: Vec<String>,
    pub past_endings: Vec<String>,
    pub auxiliaries: Vec<String>,
    pub recipients: Vec<String>,
    pub pronouns: Vec<String>,
    pub triggers: Vec<TriggerWire>,
    pub dates: DateWordsWire,
    pub sums: SumWordsWire,
    pub citation: Vec<String>,
    pub abbreviations: Vec<String>,
    pub note: Option<String>,
}

macro_rules! shape {
    ($marker:ident, $wire:ty, $name:literal, [$($field:literal),* $(,)?], $required:expr) => {
        #[doc = concat!("How ", $name, " is read.")]
        pub struct $marker;

        impl Shape for $marker {
            type Wire<'a> = $wire;
            const NAME: &'static str = $name;
            const FIELDS: &'static [&'static str] = &[$($field),*];
            const REQUIRED: &'static [&'static str] = &$required;
        }
    };
}

shape!(
    ClaimShape,
    ClaimWire<'a>,
    "a claim",
    [
        "id",
        "statement",
        "subject",
        "relation",
        "object",
        "value",
        "valid",
        "announced",
        "not",
        "preferred",
        "sources",
        "supersedes",
        "corrects",
        "repeats",
        "allow",
        "note",
    ],
    ["id"]
);
shape!(
    EntityShape,
    EntityWire,
    "an entity",
    ["id", "name", "aliases", "aliases_in", "part_of", "note"],
    ["id"]
);
shape!(
    SourceShape,
    SourceWire,
    "a source",
    ["id", "title", "publisher", "url", "published", "kind", "derived_from", "note",],
    ["id"]
);
shape!(
    RelationShape,
    RelationWire,
    "a relation",
    [
        "id",
        "label",
        "functional",
        "exclusive",
        "once",
        "symmetric",
        "event",
        "inverse",
        "narrower_than",
        "incompatible_with",
        "excludes_others",
        "before",
        "review_every",
        "takes",
        "tolerance",
        "phrasings",
        "part_or_whole",
        "concerns",
        "unsaid",
        "note",
    ],
    ["id"]
);
shape!(
    RuleShape,
    RuleWire,
    "a rule",
    ["id", "kind", "relations", "law", "severity", "message", "help", "passes", "fails", "note",],
    ["id", "kind"]
);
shape!(
    LanguageShape,
    LanguageWire,
    "a language pack",
    [
        "code",
        "name",
        "months",
        "weekdays",
        "common",
        "suffixes",
        "past_endings",
        "auxiliaries",
        "recipients",
        "pronouns",
        "triggers",
        "dates",
        "sums",
        "citation",
        "abbreviations",
        "note",
    ],
    ["code"]
);
shape!(
    ConfigShape,
    ConfigWire,
    "the configuration",
    [
        "severities",
        "fail_on",
        "select",
        "ignore",
        "drafts",
        "exclude",
        "as_of",
        "min_confidence",
        "baseline",
        "overrides",
    ],
    []
);

//! The shapes of records as they are in RON, apart from the model: all fields optional, nothing resolved.

use std::borrow::Cow;
use std::fmt;

use ron::value::RawValue;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};

use super::Schema;
pub use super::str::{Str, Translated};
use crate::load::examples::ExamplesWire;
use crate::load::lexicon::WordsWire;
use crate::model::{
    Category, Confidence, Construction, DateWords, Direction, EntityKind, GrammarWords, Inflection, Kind,
    Role, SaidAs, Severity, SourceKind, Stance, SumWords, TableWords, Takes, Transition, Translations,
    Variant,
};

/// A list of names: phrasings and aliases by language.
pub type ByLanguage = std::collections::BTreeMap<String, Vec<String>>;

/// A claim.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Claim")]
pub struct ClaimWire<'a> {
    #[serde(borrow)]
    pub id: Option<Str<'a>>,
    pub statement: Option<Translated<'a>>,
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
    pub reads: ExamplesWire,
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
    pub stance: Option<Stance>,
}

impl<'de: 'a, 'a> Deserialize<'de> for CitationWire<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CitationVisitor;
        impl<'de> Visitor<'de> for CitationVisitor {
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
        deserializer.deserialize_any(CitationVisitor)
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
    pub name: Option<Translations>,
    pub aliases: Vec<String>,
    pub aliases_in: ByLanguage,
    pub kind: Option<EntityKind>,
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
    pub kind: Option<SourceKind>,
    pub derived_from: Vec<String>,
    pub note: Option<String>,
}

/// A relation.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Relation")]
pub struct RelationWire {
    pub id: Option<String>,
    pub label: Option<Translations>,
    pub functional: bool,
    pub exclusive: bool,
    pub one_value: bool,
    pub figure: bool,
    pub once: bool,
    pub symmetric: bool,
    pub event: bool,
    pub inverse: Option<String>,
    pub narrower_than: Vec<String>,
    pub incompatible_with: Vec<String>,
    pub excludes_others: Vec<String>,
    pub before: Vec<String>,
    pub review_every: Option<String>,
    pub takes: Option<Takes>,
    pub tolerance: Option<f64>,
    pub units: Vec<String>,
    pub phrasings: ByLanguage,
    pub words: WordsWire,
    pub like: Option<String>,
    pub said_as: Vec<SaidAs>,
    pub topic: Vec<String>,
    pub property: Option<String>,
    pub akin: Vec<String>,
    pub part_or_whole: Vec<Role>,
    pub concerns: Vec<String>,
    pub unsaid: Vec<Role>,
    pub reads: ExamplesWire,
    pub note: Option<String>,
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
    pub inflection: Inflection,
    pub adverb_endings: Vec<String>,
    pub auxiliaries: Vec<String>,
    pub recipients: Vec<String>,
    pub pronouns: Vec<String>,
    pub triggers: Vec<TriggerWire>,
    pub grammar: GrammarWords,
    pub constructions: Vec<Construction>,
    pub transitions: Vec<Transition>,
    pub variants: Vec<Variant>,
    pub classes: ByLanguage,
    pub titles: Vec<(String, String, String)>,
    pub dates: DateWords,
    pub sums: SumWords,
    pub tables: TableWords,
    pub citation: Vec<String>,
    pub abbreviations: Vec<String>,
    pub note: Option<String>,
}

/// A row of triggers of a language pack: phrases that do the same.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Trigger")]
pub struct TriggerWire {
    pub category: Option<Category>,
    pub direction: Option<Direction>,
    pub reach: Option<u8>,
    pub priority: i8,
    pub phrases: Vec<String>,
    /// What the same phrases do besides, without phrases of its own.
    pub also: Vec<TriggerWire>,
}

/// A rule.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Rule")]
pub struct RuleWire {
    pub id: Option<String>,
    pub kind: Option<Kind<String, String, String>>,
    pub relations: Vec<String>,
    pub law: Option<String>,
    pub severity: Option<SeverityOrOff>,
    pub message: Option<Translations>,
    pub help: Option<Translations>,
    pub passes: Vec<String>,
    pub fails: Vec<String>,
    pub note: Option<String>,
}

/// The settings of a workspace.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Config")]
pub struct ConfigWire {
    pub severities: SeveritiesWire,
    pub fail_on: Option<SeverityOrNever>,
    pub select: Vec<String>,
    pub ignore: Vec<String>,
    pub drafts: Vec<String>,
    pub exclude: Vec<String>,
    pub as_of: Option<String>,
    pub min_confidence: Option<Confidence>,
    pub baseline: Option<String>,
    pub overrides: Vec<OverrideWire>,
}

/// Settings for some files.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Override")]
pub struct OverrideWire {
    pub paths: Vec<String>,
    pub severities: SeveritiesWire,
    pub as_of: Option<String>,
    pub min_confidence: Option<Confidence>,
}

/// Severities by code or rule id.
pub type SeveritiesWire = std::collections::BTreeMap<String, SeverityOrOff>;

/// Declares a severity that has one more word, which means none.
macro_rules! severity_or {
    ($name:ident, $none:ident) => {
        #[doc = concat!("A severity or `", stringify!($none), "`.")]
        #[derive(Debug, Clone, Copy, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            Error,
            Warning,
            Note,
            $none,
        }

        impl From<$name> for Option<Severity> {
            fn from(written: $name) -> Self {
                match written {
                    $name::Error => Some(Severity::Error),
                    $name::Warning => Some(Severity::Warning),
                    $name::Note => Some(Severity::Note),
                    $name::$none => None,
                }
            }
        }
    };
}

severity_or!(SeverityOrOff, Off);
severity_or!(SeverityOrNever, Never);

/// Declares how a sort of record is read: its shape, what people call it, and the fields without which it is not used.
macro_rules! shape {
    ($marker:ident, $wire:ty, $name:literal, $required:expr) => {
        #[doc = concat!("How ", $name, " is read.")]
        pub struct $marker;

        impl Schema for $marker {
            type Wire<'a> = $wire;
            const NAME: &'static str = $name;
            const REQUIRED: &'static [&'static str] = &$required;
        }
    };
}

shape!(ClaimSchema, ClaimWire<'a>, "a claim", ["id"]);
shape!(EntitySchema, EntityWire, "an entity", ["id"]);
shape!(SourceSchema, SourceWire, "a source", ["id"]);
shape!(RelationSchema, RelationWire, "a relation", ["id"]);
shape!(RuleSchema, RuleWire, "a rule", ["id", "kind"]);
shape!(LanguageSchema, LanguageWire, "a language pack", ["code"]);
shape!(ConfigSchema, ConfigWire, "the configuration", []);

//! The shape of a language pack's triggers: rows of phrases that do the same.

use serde::Deserialize;

/// A row of triggers.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Trigger")]
pub struct TriggerWire {
    pub category: Option<CategoryWire>,
    pub direction: Option<DirectionWire>,
    pub reach: Option<u8>,
    pub priority: i8,
    pub phrases: Vec<String>,
}

/// What a trigger does.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CategoryWire {
    PseudoNegation,
    Negation,
    NotYet,
    Cessation,
    Hedging,
    Reporting,
    Past,
    Present,
    Future,
    Ability,
    Condition,
    Question,
    Command,
    Termination,
    Aside,
    Resumption,
    Exception,
    Vague,
}

/// On which side of itself a trigger works.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DirectionWire {
    Forward,
    Backward,
    Both,
}

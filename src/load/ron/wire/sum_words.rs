//! The shape of a language pack's `sums`, as it stands in RON.

use serde::Deserialize;

/// Which sign stands before the decimals.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalWire {
    Point,
    Comma,
}

/// `(words: ["million"], factor: 1000000)`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Scale")]
pub struct ScaleWire {
    pub words: Vec<String>,
    pub factor: u64,
    #[serde(default)]
    pub money: bool,
}

/// `(name: "usd", before: ["$"], behind: ["dollars"])`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Unit")]
pub struct UnitWire {
    pub name: String,
    #[serde(default)]
    pub before: Vec<String>,
    #[serde(default)]
    pub behind: Vec<String>,
}

/// `(phrase: "tens of millions of", low: 10000000, high: 100000000)`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Vague")]
pub struct VagueWire {
    pub phrase: String,
    pub low: u64,
    pub high: u64,
}

/// `sums` of a language pack.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Sums")]
pub struct SumWordsWire {
    pub decimal: Option<DecimalWire>,
    pub more_than: Vec<String>,
    pub at_least: Vec<String>,
    pub less_than: Vec<String>,
    pub at_most: Vec<String>,
    pub about: Vec<String>,
    pub or_more: Vec<String>,
    pub to: Vec<String>,
    pub from: Vec<String>,
    pub per: Vec<Vec<String>>,
    pub no_units: Vec<String>,
    pub adjectives: Vec<String>,
    pub labels: Vec<String>,
    pub between: Vec<Vec<String>>,
    pub scales: Vec<ScaleWire>,
    pub currencies: Vec<UnitWire>,
    pub units: Vec<UnitWire>,
    pub vague: Vec<VagueWire>,
}

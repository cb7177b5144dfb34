//! The shape of the configuration as it stands in RON.

use serde::Deserialize;

use super::SeverityWire;

/// Severities by code or rule id.
pub type SeveritiesWire = std::collections::BTreeMap<String, SeverityWire>;

/// The settings of a workspace.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Config")]
pub struct ConfigWire {
    pub severities: SeveritiesWire,
    pub fail_on: Option<FailOnWire>,
    pub select: Vec<String>,
    pub ignore: Vec<String>,
    pub drafts: Vec<String>,
    pub exclude: Vec<String>,
    pub as_of: Option<String>,
    pub min_confidence: Option<ConfidenceWire>,
    pub baseline: Option<String>,
    pub overrides: Vec<OverrideWire>,
}

/// What is otherwise for some files.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Override")]
pub struct OverrideWire {
    pub paths: Vec<String>,
    pub severities: SeveritiesWire,
    pub as_of: Option<String>,
    pub min_confidence: Option<ConfidenceWire>,
}

/// The least severity that fails a run.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailOnWire {
    Error,
    Warning,
    Note,
    Never,
}

/// How sure a reading is.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConfidenceWire {
    Low,
    Medium,
    High,
}

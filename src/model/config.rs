//! What a workspace sets for itself in `erstwhile.ron`.

use super::{Code, Confidence, Severity};
use crate::text::Place;
use crate::time::Day;

/// Severities by code or rule id; `None` is off.
pub type Severities = Vec<(String, Option<Severity>)>;

/// The settings of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Severities everywhere.
    pub severities: Severities,
    /// The least severity that fails a run; `Some(None)` is never.
    pub fail_on: Option<Option<Severity>>,
    /// Only these codes or rules; empty: all.
    pub select: Vec<String>,
    /// Without these codes or rules.
    pub ignore: Vec<String>,
    /// Files and folders with drafts, from the root of the workspace on.
    pub drafts: Vec<String>,
    /// Patterns of drafts that are left out.
    pub exclude: Vec<String>,
    /// Which day is the present of drafts.
    pub as_of: Option<AsOfPolicy>,
    /// How sure a reading must be.
    pub min_confidence: Option<Confidence>,
    /// The file with findings that were there before.
    pub baseline: Option<String>,
    /// Settings for some files; of two that fit, the last decides.
    pub overrides: Vec<Override>,
    /// Where it is, if there is one.
    pub place: Option<Place>,
}

/// Settings for the files that fit patterns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Override {
    /// Patterns, from the root of the workspace on.
    pub paths: Vec<String>,
    /// Severities there.
    pub severities: Severities,
    /// Which day is the present of drafts there.
    pub as_of: Option<AsOfPolicy>,
    /// How sure a reading must be there.
    pub min_confidence: Option<Confidence>,
}

/// Which day is the present of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOfPolicy {
    /// The day of the run: what is online must be true now.
    Today,
    /// Its own date: was it right when it was written?
    Published,
    /// This day.
    Day(Day),
}

impl Config {
    /// The severity that findings with this code, made by this rule, get here; the last entry that fits decides.
    ///
    /// The outer `None` means that nothing is set, the inner one that such findings are off.
    #[must_use]
    pub fn severity(&self, code: Code, rule: Option<&str>) -> Option<Option<Severity>> {
        set_severity(&self.severities, code, rule)
    }
}

impl std::fmt::Display for AsOfPolicy {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Today => formatter.write_str("today"),
            Self::Published => formatter.write_str("published"),
            Self::Day(day) => write!(formatter, "{day}"),
        }
    }
}

/// The severity that a list sets for a code or rule: the last entry that fits decides.
#[must_use]
pub fn set_severity(
    severities: &[(String, Option<Severity>)],
    code: Code,
    rule: Option<&str>,
) -> Option<Option<Severity>> {
    let fits = |name: &str| name == code.as_str() || rule == Some(name);
    severities.iter().rev().find(|(name, _)| fits(name)).map(|(_, severity)| *severity)
}

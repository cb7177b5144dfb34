//! What a workspace sets for itself in `erstwhile.ron`.

use super::{Code, Severity};
use crate::text::Place;

/// The settings of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Severities by code or rule id; `None` is off.
    pub severities: Vec<(String, Option<Severity>)>,
    /// The least severity that fails a run; `Some(None)` is never.
    pub fail_on: Option<Option<Severity>>,
    /// Where it stands, if there is one.
    pub place: Option<Place>,
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

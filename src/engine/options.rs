//! The options of a run, apart from its files.

use crate::graph::AsOf;
use crate::model::{Code, Confidence, Finding, Severity, set_severity};

/// Which findings are wanted, and how severe they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these codes or rules; empty: all.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
    /// Severities by code or rule; `None` is off. The last that fits decides.
    pub severities: Vec<(String, Option<Severity>)>,
    /// How sure the reading of a draft must be; none: as the configuration says.
    pub min_confidence: Option<Confidence>,
    /// Whether to show also what its authors accept.
    pub shows_accepted: bool,
}

impl Selection {
    /// Whether findings like this one are wanted.
    #[must_use]
    pub fn wants(&self, finding: &Finding) -> bool {
        let named = |names: &[String]| names.iter().any(|name| is_called(finding, name));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }

    /// The severity that was asked for; the outer `None` means that nothing was.
    #[must_use]
    pub fn severity(&self, code: Code, rule: Option<&str>) -> Option<Option<Severity>> {
        set_severity(&self.severities, code, rule)
    }
}

/// Whether a finding answers to a name: that of its code or of its rule.
#[must_use]
pub fn is_called(finding: &Finding, name: &str) -> bool {
    finding.code.as_str() == name || finding.rule.as_deref().is_some_and(|rule| rule.id == name)
}

/// The options of a `check`.
#[derive(Debug, Clone)]
pub struct CheckOptions {
    /// The command that runs, for the report.
    pub command: &'static str,
    /// The days asked about.
    pub as_of: AsOf,
    /// Which findings are wanted.
    pub selection: Selection,
}

/// Which day is the present of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Present {
    /// The day of the run, for all drafts.
    AsOf,
    /// Each draft's own date: was it right when it was written?
    Published,
    /// What the configuration says of each draft; where it says nothing, the day of the run.
    Configured,
}

/// The options of `lint` and `read`.
#[derive(Debug, Clone)]
pub struct DraftOptions {
    /// As for `check`.
    pub check: CheckOptions,
    /// Which day is the present of a draft.
    pub present: Present,
}

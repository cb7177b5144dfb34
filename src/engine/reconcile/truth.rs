//! What the records say of what a report says, as far as it matters for how reports stand to each other.

use super::voices::Voice;
use crate::model::{DraftFact, Verdict};
use crate::time::Bound;

/// What the records say of an assertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It is so.
    Right,
    /// It was so, and has ended.
    Ended,
    /// It begins only later.
    Early,
    /// It is not so, and was not.
    Wrong,
    /// They say nothing, or contradict themselves.
    Unknown,
}

impl Truth {
    /// What the records say of a voice. What is wrong today and was right on the report's own day has ended.
    #[must_use]
    pub fn of(voice: &Voice<'_>) -> Self {
        match (voice.one.verdict, voice.judged.then) {
            (Verdict::Supported | Verdict::Presumed | Verdict::Unsourced, _) => Self::Right,
            (Verdict::Outdated, _) => Self::Ended,
            (Verdict::Contradicted, Some(Verdict::Supported | Verdict::Presumed)) => Self::Ended,
            // On its own day the records said nothing against it.
            (Verdict::Contradicted, Some(Verdict::Unknown)) => Self::Unknown,
            (Verdict::Premature, _) => Self::Early,
            (Verdict::Contradicted | Verdict::Misdated, _) => Self::Wrong,
            (Verdict::Disputed | Verdict::Unknown | Verdict::Unclear, _) => Self::Unknown,
        }
    }
}

/// When something ended, according to the records.
#[must_use]
pub fn ended_on(fact: &DraftFact) -> Option<Bound> {
    match fact {
        DraftFact::Outdated { until, .. } => *until,
        _ => None,
    }
}

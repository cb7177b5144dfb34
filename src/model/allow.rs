//! A finding that the authors of the data or of a draft accept, and why.

use crate::text::{Place, Span};
use crate::time::Bound;

/// An accepted finding, as written in a record's `allow` or in a comment of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The code or rule id that is accepted.
    pub code: String,
    /// Why; never empty.
    pub reason: String,
    /// When the acceptance runs out; its latest day still counts.
    pub until: Option<Bound>,
    /// Where it is written.
    pub place: Place,
}

/// A finding that a draft accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftAllow {
    /// What is accepted, why, and until when.
    pub allow: Allow,
    /// The claim that the finding must be about; none: any.
    pub claim: Option<String>,
    /// The bytes of the draft in which it is accepted.
    pub scope: Span,
}

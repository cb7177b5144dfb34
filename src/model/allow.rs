//! A finding that the authors of the data accept, and why.

use crate::text::Place;
use crate::time::Bound;

/// An accepted finding, as written in a record's `allow`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The code or rule id that is accepted.
    pub code: String,
    /// Why; never empty.
    pub reason: String,
    /// Until when the acceptance is good; its latest day still counts.
    pub until: Option<Bound>,
    /// Where it is written.
    pub place: Place,
}

//! A claim's use of a source. Which sources a claim uses is kept with the claims.

use serde::Deserialize;

use super::{ClaimId, SourceId};
use crate::time::Bound;

/// What a citation does for its claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Supports it.
    Supports,
    /// Disputes it.
    Disputes,
}

/// A claim's use of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// Row of the citation's details, for the few that have any.
    pub detail: Option<ClaimId>,
}

/// What a citation says beyond its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationDetail {
    /// The words relied on.
    pub quote: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
    /// The day on which the source confirms the claim, where that is not the day of publication.
    pub attests: Option<Bound>,
    /// For or against.
    pub stance: Stance,
}

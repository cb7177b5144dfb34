//! Claims by id.

use super::{ClaimId, Claims};
use crate::store::StringIndex;

/// Finds claims by id, and ids that are used twice.
#[derive(Debug, Clone, Default)]
pub struct ClaimIndex(StringIndex);

impl ClaimIndex {
    /// Indexes all claims.
    #[must_use]
    pub fn new(claims: &Claims) -> Self {
        Self(StringIndex::new(claims.ids()))
    }

    /// The first claim with this id.
    #[must_use]
    pub fn find(&self, claims: &Claims, id: &str) -> Option<ClaimId> {
        self.0.find(claims.ids(), id).map(ClaimId::new)
    }

    /// Claims whose id an earlier claim has, each after the first claim with that id.
    #[must_use]
    pub fn repeated(&self, claims: &Claims) -> Vec<(ClaimId, ClaimId)> {
        let repeated = self.0.repeated(claims.ids()).into_iter();
        repeated.map(|(first, later)| (ClaimId::new(first), ClaimId::new(later))).collect()
    }
}

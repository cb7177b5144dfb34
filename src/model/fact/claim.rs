//! What `check` finds wrong with claims.

use std::sync::Arc;

use super::{Attested, Fact, facts};
use crate::model::SourceId;
use crate::time::Day;

facts! {
    /// What is wrong with a claim, or with several together.
    ClaimFact {
        /// Two claims cannot both be true and both are known to hold, on these days.
        Contradiction "contradiction" {
            newer: Attested, older: Attested, days: &'static str, from: Day, to: Day, law: Arc<Fact>,
        }
        /// A source that no claim cites.
        UnusedSource "unused-source" { source: SourceId }
    }
}

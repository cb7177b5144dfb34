//! What stands at another place that belongs to a finding.

use super::{Attested, facts};

facts! {
    /// What stands at a related place.
    PlaceFact {
        /// A claim with its period and its source.
        Record "place-record" { claim: Attested }
    }
}

//! What stands at another place that belongs to a finding.

use super::{Attested, facts};
use crate::model::{ClaimId, SourceId};
use crate::time::Bound;

facts! {
    /// What stands at a related place.
    PlaceFact {
        /// A claim with its period and its source.
        Record "place-record" { claim: Attested }
        /// The sentence that another one contradicts.
        OtherSentence "place-other-sentence" {}
        /// A claim that cites a source.
        CitedBy "place-cited-by" { claim: ClaimId }
        /// A claim as evidence.
        Claim "place-claim" { claim: ClaimId }
        /// A source as evidence.
        Source "place-source" { source: SourceId, publisher: Option<String>, published: Option<Bound> }
    }
}

//! What is at another place that belongs to a finding.

use super::{Attested, facts};
use crate::model::{ClaimId, EntityId, SourceId};
use crate::time::Bound;

facts! {
    /// What is found at a related place.
    PlaceFact {
        /// A claim with its period and its source.
        Record "place-record" { claim: Attested }
        /// A claim.
        Claim "place-claim" { claim: ClaimId }
        /// A source.
        Source "place-source" { source: SourceId }
        /// The source to which others go back.
        Origin "place-origin" { source: SourceId }
        /// A source without a date.
        Undated "place-undated" { source: SourceId }
        /// Says when something began.
        Beginning "place-beginning" { entity: EntityId }
        /// Says when something ended.
        End "place-end" { entity: EntityId }
        /// The sentence that another one contradicts.
        OtherSentence "place-other-sentence" {}
        /// A claim that cites a source.
        CitedBy "place-cited-by" { claim: ClaimId }
        /// A claim as evidence.
        ClaimEvidence "evidence-claim" { claim: ClaimId }
        /// A source as evidence.
        SourceEvidence "evidence-source" { source: SourceId, publisher: Option<String>, published: Option<Bound> }
    }
}

//! Periods that end before they begin.
//!
//! *Law.* A period is inverted iff its earliest start lies after its latest end: then no choice of days sets it right, and
//! its claim takes part in nothing.

use rayon::prelude::*;

use crate::model::{Base, ClaimFact, ClaimId, Code, Finding, Site};

/// All claims whose period certainly ends before it begins.
pub fn find(base: &Base) -> Vec<Finding> {
    let claims = &base.claims;
    let all = (0..claims.len()).into_par_iter().map(ClaimId::new);
    let is_inverted =
        |claim: &ClaimId| !claims.is_malformed(*claim) && claims.period(*claim).certainly_inverted();
    all.filter(is_inverted)
        .map(|claim| {
            let period = claims.period(claim);
            let fact = ClaimFact::Inverted { claim, start: period.start(), end: period.end() };
            Finding::new(Code::InvertedPeriod, fact, Site::field(claims.place(claim), "valid"))
                .about(claims.id(claim))
        })
        .collect()
}

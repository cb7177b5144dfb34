//! Periods that end before they begin.
//!
//! *Law.* A period is inverted iff its earliest start lies after its latest end: then no choice of days sets it right.

use rayon::prelude::*;

use crate::graph::View;
use crate::model::{ClaimFact, ClaimId, Code, Finding, Site};

/// All claims whose period certainly ends before it begins.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let claims = view.claims();
    let all = (0..claims.len()).into_par_iter().map(ClaimId::new);
    // Such claims take part in nothing else, and there are few of them.
    let idle = all.filter(|claim| !view.is_live(*claim));
    let inverted =
        idle.filter(|claim| !claims.is_malformed(*claim) && claims.period(*claim).certainly_inverted());
    inverted
        .map(|claim| {
            let period = claims.period(claim);
            let fact = ClaimFact::Inverted { claim, start: period.start(), end: period.end() };
            Finding::new(Code::InvertedPeriod, fact, Site::field(claims.place(claim), "valid"))
                .about(claims.id(claim))
        })
        .collect()
}

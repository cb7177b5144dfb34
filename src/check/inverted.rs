//! Periods that end before they begin.
//!
//! *Law.* A period is inverted iff its earliest start lies after its latest end: then no choice of days sets it right.

use rayon::prelude::*;

use crate::graph::View;
use crate::model::{ClaimId, Code, Finding, Site, words};
use crate::time::in_words;

/// All claims whose period is certainly the wrong way round.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let claims = view.claims();
    let all = (0..claims.len()).into_par_iter().map(ClaimId::new);
    // Such claims take part in nothing, and of those there are few.
    let idle = all.filter(|claim| !view.is_live(*claim));
    let inverted =
        idle.filter(|claim| !claims.is_malformed(*claim) && claims.period(*claim).certainly_inverted());
    inverted
        .map(|claim| {
            let period = claims.period(claim);
            let (start, end) = (in_words::bound(period.start()), in_words::bound(period.end()));
            Finding::new(
                Code::InvertedPeriod,
                words!("`{}` ends ({end}) before it begins ({start})", claims.id(claim)),
                Site::field(claims.place(claim), "valid"),
            )
            .label("ends before it begins")
            .help(
                "swap the two dates, or mend the wrong one; until then the claim takes part in no comparison",
            )
            .about(claims.id(claim))
        })
        .collect()
}

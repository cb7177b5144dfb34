//! What is pending, and may have begun by now.
//!
//! *Law.* A pending claim that states an earliest day e has to be looked at again from e on, unless a source confirms it
//! on e or later. A pending claim is outdated once another one says the same (relation, subject, object), asserts it and has
//! begun. What another claim supersedes is neither. How long other pending claims stay fresh is up to `freshness`.

use rayon::prelude::*;

use crate::graph::View;
use crate::model::{ClaimFact, ClaimId, Code, Finding, PlaceFact, Site};
use crate::time::{Day, Length};

/// All pending claims that may have begun, or that have begun according to another claim.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let all = (0..view.claims().len()).into_par_iter().map(ClaimId::new);
    let awaited = all.filter(|claim| view.period(*claim).is_pending() && view.is_awaited(*claim));
    let mut claims: Vec<ClaimId> = awaited.collect();
    claims.sort_unstable();
    let finding = |claim: ClaimId| match begun(view, claim) {
        Some(newer) => Some(realised(view, claim, newer)),
        None if !view.is_not_yet(claim) => Some(unconfirmed(view, claim, None)),
        None => None,
    };
    claims.into_iter().filter_map(finding).collect()
}

/// Whether a pending claim still waits: nothing supersedes it or says that it has begun.
pub fn is_awaited(view: &View<'_>, claim: ClaimId) -> bool {
    view.is_awaited(claim) && begun(view, claim).is_none()
}

/// The first claim, by its beginning, that says the same and has begun.
fn begun(view: &View<'_>, claim: ClaimId) -> Option<ClaimId> {
    let claims = view.claims();
    let (relation, subject, object) = (claims.relation(claim)?, claims.subject(claim), claims.object(claim));
    let says_something = !object.is_none() || view.graph.base.relations.is_one_place(relation);
    if claims.denies(claim) || subject.is_none() || !says_something {
        return None;
    }
    let rows = view.rows_of(relation);
    let start = rows.partition_point(|row| row.subject < subject);
    let same = rows[start..].iter().take_while(|row| row.subject == subject);
    let same = same.filter(|row| object.covers(row.object) && row.asserts() && view.has_begun(row.claim));
    let unlinked = same.filter(|row| !view.graph.supersession.are_linked(claim, row.claim));
    unlinked.map(|row| row.claim).min_by(|one, two| view.by_beginning(*one, *two))
}

fn realised(view: &View<'_>, older: ClaimId, newer: ClaimId) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Realised { older: view.attested(older), newer: view.attested(newer) };
    let record = PlaceFact::Record { claim: view.attested(newer) };
    Finding::new(Code::Superseded, fact, Site::field(claims.place(older), "valid"))
        .about(claims.id(older))
        .about(claims.id(newer))
        .related(record, Site::field(claims.place(newer), "valid"))
}

/// The finding for a pending claim that was confirmed too long ago, or that may have begun since.
pub fn unconfirmed(view: &View<'_>, claim: ClaimId, review: Option<(Length, Day)>) -> Finding {
    let claims = view.claims();
    let fact = ClaimFact::Awaited {
        claim: view.attested(claim),
        confirmed: view.last_attestation(claim),
        not_before: claims.period(claim).not_before(),
        review: review.map(|(review, _)| review),
        due: review.map(|(_, due)| due),
    };
    let field = if review.is_some() { "sources" } else { "valid" };
    Finding::new(Code::Stale, fact, Site::field(claims.place(claim), field)).about(claims.id(claim))
}

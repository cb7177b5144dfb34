//! What is pending, and may have begun by now.
//!
//! *Law.* A pending claim that states an earliest day e has to be looked at again from e on, unless a source confirms it
//! on e or later. A pending claim is outdated once another one says the same (relation, subject, object), asserts it and has
//! begun. What another claim supersedes is neither. How long other pending claims stay fresh is up to `freshness`.

use std::collections::HashMap;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::graph::View;
use crate::model::{ClaimFact, ClaimId, Code, EntityId, Finding, Object, PlaceFact, RelationId, Site};
use crate::time::{Day, Length};

/// All pending claims that may have begun, or that have begun according to another claim.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let all = (0..view.claims().len()).into_par_iter().map(ClaimId::new);
    let awaited = all.filter(|claim| view.period(*claim).is_pending() && view.is_awaited(*claim));
    let mut claims: Vec<ClaimId> = awaited.collect();
    claims.sort_unstable();
    let begun = Begun::new(view, &claims);
    let finding = |claim: ClaimId| match begun.first(view, claim) {
        Some(newer) => Some(realised(view, claim, newer)),
        None if !view.is_not_yet(claim) => Some(unconfirmed(view, claim, None)),
        None => None,
    };
    claims.into_iter().filter_map(finding).collect()
}

/// What a pending claim waits for: a relation, a subject, and the far side.
type Awaited = (RelationId, EntityId, Object);

/// What has begun of what pending claims wait for.
#[derive(Debug, Default)]
pub struct Begun {
    /// The claims that say so, by their beginnings.
    by_content: HashMap<Awaited, Vec<ClaimId>, FxBuildHasher>,
}

impl Begun {
    /// What has begun of what these pending claims wait for.
    #[must_use]
    pub fn new(view: &View<'_>, pending: &[ClaimId]) -> Self {
        let awaited = pending.iter().filter_map(|claim| awaited(view, *claim));
        let mut timelines: Vec<(RelationId, EntityId)> =
            awaited.map(|(relation, subject, _)| (relation, subject)).collect();
        timelines.sort_unstable();
        timelines.dedup();
        let mut by_content: HashMap<Awaited, Vec<ClaimId>, FxBuildHasher> = HashMap::default();
        for (relation, subject) in timelines {
            let rows = view.rows_of(relation);
            let start = rows.partition_point(|row| row.subject < Some(subject));
            let same = rows[start..].iter().take_while(|row| row.subject == Some(subject));
            for row in same.filter(|row| row.asserts() && view.has_begun(row.claim)) {
                // Who waits for any sum waits for this one.
                let any = Some(row.object.end()).filter(|end| *end != row.object);
                for object in [row.object].into_iter().chain(any) {
                    by_content.entry((relation, subject, object)).or_default().push(row.claim);
                }
            }
        }
        for claims in by_content.values_mut() {
            claims.sort_by(|one, two| view.by_beginning(*one, *two));
        }
        Self { by_content }
    }

    /// Whether a pending claim still waits: nothing supersedes it or says that it has begun.
    #[must_use]
    pub fn awaits(&self, view: &View<'_>, claim: ClaimId) -> bool {
        view.is_awaited(claim) && self.first(view, claim).is_none()
    }

    /// The first claim, by its beginning, that says the same and has begun.
    fn first(&self, view: &View<'_>, claim: ClaimId) -> Option<ClaimId> {
        let same = self.by_content.get(&awaited(view, claim)?)?;
        same.iter().copied().find(|newer| !view.graph.supersession.are_linked(claim, *newer))
    }
}

/// What a pending claim waits for; `None` of one that denies or says too little.
fn awaited(view: &View<'_>, claim: ClaimId) -> Option<Awaited> {
    let claims = view.claims();
    let (relation, subject, object) = (claims.relation(claim)?, claims.subject(claim)?, claims.object(claim));
    let says_something = !object.is_none() || view.graph.base.relations.is_one_place(relation);
    (says_something && !claims.denies(claim)).then_some((relation, subject, object))
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

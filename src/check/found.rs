//! What checks find of claims that exclude, follow or outlive each other: as data, made findings only once it is known
//! what need not be reported.

use std::sync::Arc;

use super::{denial, freshness, order, rivals, single_value};
use crate::graph::{Succession, View};
use crate::model::{ClaimId, Fact, Finding, LawFact, Object};
use crate::time::{Bound, Conflict, Day, Length};

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Two rivals, the older one first, whose periods clash.
    Clash(ClaimId, ClaimId, Conflict),
    /// Many rivals, with the number of pairs that certainly clash.
    Cluster(Vec<ClaimId>, usize),
    /// Two claims of which only one can be true, whatever their dates.
    NeverBoth(ClaimId, ClaimId),
    /// A claim, and one that denies it for all time.
    DeniedForEver(ClaimId, ClaimId),
    /// More values at a time than allowed.
    TooMany(Excess),
    /// Two claims of which the second certainly comes too soon or too late.
    OutOfOrder(Disorder),
    /// A claim that is still open although another has taken over, or may have.
    TakenOver(Succession),
    /// An open claim that was confirmed too long ago, and how often it is to be rechecked.
    Stale(ClaimId, Length),
    /// A claim that has ended, and that nothing followed.
    Expired(ClaimId),
}

/// More values at a time than allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// A claim for each value.
    pub claims: Vec<ClaimId>,
    /// What each of them differs in from the others.
    pub values: Box<[Object]>,
    /// How many there may be.
    pub at_most: usize,
    /// The day from which there are more.
    pub from: Day,
}

/// Two claims in the wrong order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disorder {
    /// What comes first by the law.
    pub first: ClaimId,
    /// The end of it that counts.
    pub day: Bound,
    /// What comes after it.
    pub second: ClaimId,
    /// The end of that one that counts.
    pub next: Bound,
    /// What is broken: `none` the order itself, `least` or `most` the time between them.
    pub gap: &'static str,
    /// That time.
    pub length: Option<Length>,
}

/// The law that the findings of one part break; they share it.
pub type SharedLaw = Option<Arc<Fact>>;

impl Found {
    /// The one or two claims that it is about, the primary one first.
    fn pair(&self) -> Option<(ClaimId, Option<ClaimId>)> {
        match *self {
            Self::Clash(one, two, _) | Self::NeverBoth(one, two) | Self::DeniedForEver(one, two) => {
                Some((one, Some(two)))
            }
            Self::TakenOver(Succession { older, newer, .. }) => Some((older, Some(newer))),
            Self::OutOfOrder(Disorder { first, second, .. }) => Some((second, Some(first))),
            Self::Stale(claim, _) | Self::Expired(claim) => Some((claim, None)),
            Self::Cluster(..) | Self::TooMany(_) => None,
        }
    }

    fn finding(&self, view: &View<'_>, law: &SharedLaw) -> Option<Finding> {
        Some(match self {
            Self::Clash(older, newer, conflict) => rivals::clash(view, *older, *newer, *conflict, law),
            Self::Cluster(claims, pairs) => return rivals::cluster(view, claims, *pairs, law),
            Self::NeverBoth(first, claim) => rivals::never_both(view, *first, *claim, law),
            Self::DeniedForEver(claim, denial) => denial::denied(view, *claim, *denial, law),
            Self::OutOfOrder(disorder) => order::out_of_order(view, disorder),
            Self::TooMany(excess) => return single_value::excess(view, excess, law),
            Self::TakenOver(taken) => rivals::superseded(view, *taken, law),
            Self::Stale(claim, interval) => return freshness::too_old(view, *claim, *interval),
            Self::Expired(claim) => freshness::followed_by_nothing(view, *claim),
        })
    }
}

/// What one check found of one relation.
#[derive(Debug, Default)]
pub struct Breaches {
    /// What it breaks.
    pub law: Option<LawFact>,
    /// What is yet to be made a finding.
    pub found: Vec<Found>,
    /// What is one.
    pub findings: Vec<Finding>,
}

impl Breaches {
    /// All of it as findings.
    #[must_use]
    pub fn findings(self, view: &View<'_>) -> Vec<Finding> {
        if self.found.is_empty() {
            return self.findings;
        }
        let law: SharedLaw = self.law.map(|law| Arc::new(law.into()));
        let claims = |one: &Found, wanted: &mut Vec<ClaimId>| {
            if let Some((one, two)) = one.pair() {
                wanted.push(one);
                wanted.extend(two);
            }
        };
        let make = |one: &Found, found: &mut Vec<Finding>| found.extend(one.finding(view, &law));
        let mut found = view.fetching(&self.found, claims, make);
        found.extend(self.findings);
        found
    }
}

impl From<Vec<Finding>> for Breaches {
    fn from(findings: Vec<Finding>) -> Self {
        Self { findings, ..Self::default() }
    }
}

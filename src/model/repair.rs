//! How a claim base that contradicts itself can be made to agree: what to drop and what to close, and why. Plain data.

use super::named::named_enum;
use super::{ClaimId, LawFact, SourceId};
use crate::time::Bound;

named_enum! {
    /// What makes a claim better than one that excludes it, in the order in which they count unless another is set.
    Preference {
        /// It is marked as preferred.
        Rank "rank",
        /// It corrects or supersedes another.
        Correction "correction",
        /// A primary source supports it.
        FirstHand "first-hand",
        /// More sources that do not go back to one origin support it.
        Origins "origins",
        /// Fewer claims are dropped, and then fewer are closed.
        Fewest "fewest",
        /// It was confirmed later.
        Newer "newer",
        /// Its dates are more precise.
        Precision "precision",
        /// Its sources agree more often with what others say, if sources are estimated.
        Agreement "agreement",
    }
}

impl Preference {
    /// Those that count unless others are named: all but what has to be estimated first.
    pub fn usual() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|one| *one != Self::Agreement)
    }
}

/// What is to be done with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepairStep {
    /// It goes.
    Drop,
    /// It ended when another began: on this date.
    Close(Bound),
}

/// What is to be done with a claim, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct RepairAction {
    /// The claim.
    pub claim: ClaimId,
    /// What is to be done with it.
    pub step: RepairStep,
    /// The claims that stay and exclude it, the one that decided first.
    pub because: Vec<ClaimId>,
    /// What makes the first of these better; `Fewest` if only that more claims stay.
    pub decided_by: Preference,
    /// The law by which they exclude each other.
    pub law: Option<LawFact>,
}

impl RepairAction {
    /// The claim and the date on which it is closed, if it is.
    #[must_use]
    pub fn end(&self) -> Option<(ClaimId, Bound)> {
        match self.step {
            RepairStep::Close(end) => Some((self.claim, end)),
            RepairStep::Drop => None,
        }
    }
}

/// Claims that contradictions join, and their repair.
#[derive(Debug, Clone, PartialEq)]
pub struct RepairedCluster {
    /// The claims, in the order of the files.
    pub claims: Vec<ClaimId>,
    /// How many contradictions there are between them.
    pub contradictions: usize,
    /// What is to be done, whatever repair of least cost is chosen.
    pub settled: Vec<RepairAction>,
    /// The claims that some repairs of least cost keep as they are, and others do not.
    pub undetermined: Vec<ClaimId>,
    /// What one of these repairs does with them.
    pub choice: Vec<RepairAction>,
    /// The claims of which it was not decided whether all repairs of least cost do the same with them.
    pub undecided: Vec<ClaimId>,
    /// How many claims the repair drops, and how many it closes.
    pub changes: (usize, usize),
    /// No repair changes fewer: how many it must drop at least, and how many close, where these are what counts first.
    pub least: (usize, usize),
    /// Whether no better repair exists.
    pub optimal: bool,
    /// How many repairs are as good, where they were counted.
    pub optima: Option<u128>,
}

impl RepairedCluster {
    /// All that the repair does, whether it is settled or not.
    pub fn actions(&self) -> impl Iterator<Item = &RepairAction> {
        self.settled.iter().chain(&self.choice)
    }
}

/// How often a source agrees with what others say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceAgreement {
    /// The source, or the one that it goes back to.
    pub source: SourceId,
    /// The trust in it, in millionths.
    pub millionths: i64,
    /// How many statements it supports.
    pub claims: usize,
    /// How many of these others exclude.
    pub excluded: usize,
}

/// What was estimated of all sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEstimate {
    /// The sources that support something.
    pub sources: Vec<SourceAgreement>,
    /// How many rounds it took.
    pub rounds: usize,
    /// Whether the last round changed nothing.
    pub settled: bool,
}

/// The repair of a claim base.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Repairs {
    /// Each cluster of contradictions, in the order of its first claim.
    pub clusters: Vec<RepairedCluster>,
    /// Open claims from which another has taken over, and that can be closed.
    pub closings: Vec<RepairAction>,
    /// Claims of which more pairs exclude each other than can be repaired.
    pub too_large: Vec<Vec<ClaimId>>,
    /// Pairs that perhaps exclude each other: listed, not repaired.
    pub possible: Vec<(ClaimId, ClaimId)>,
    /// Contradictions that `allow` accepts.
    pub accepted: usize,
    /// What makes a claim better than another, what counts more first.
    pub order: Vec<Preference>,
    /// What was estimated of the sources, if that was asked for.
    pub estimate: Option<SourceEstimate>,
}

impl Repairs {
    /// All that is to be done whatever repair of least cost is chosen.
    pub fn settled(&self) -> impl Iterator<Item = &RepairAction> {
        self.clusters.iter().flat_map(|cluster| &cluster.settled).chain(&self.closings)
    }
}

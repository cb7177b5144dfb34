//! What belongs in the list, as ids and dates alone: of a large base most of it is only counted, and never told in words.

use std::cmp::Reverse;

use super::List;
use crate::model::{ClaimId, Finding, Section, Severity};
use crate::time::{Bound, Day};

/// A claim that belongs in the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Why it belongs there.
    pub section: Section,
    /// The claim.
    pub claim: ClaimId,
    /// Since when it is outdated; of what is coming up, when.
    pub since: Option<Bound>,
    /// The first claim that it cannot be true beside.
    pub against: Option<ClaimId>,
    /// What says so.
    pub origin: CandidateOrigin,
}

/// What says that a claim belongs in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CandidateOrigin {
    /// The finding at this place of the report.
    Found(usize),
    /// Its stated end has passed; perhaps the finding at this place says so too.
    Ended(Option<usize>),
    /// It ends soon.
    Ends,
    /// It may begin soon.
    MayBegin,
    /// It is due for a recheck soon.
    Due,
}

/// A candidate with those that are earlier versions of it, the latest first.
#[derive(Debug)]
pub(super) struct VersionedCandidate {
    pub own: Candidate,
    pub earlier: Vec<Candidate>,
}

/// What tells entries apart from one day to another: never a date, which moves as more becomes known.
pub(super) type Identity = (Section, ClaimId, Option<ClaimId>);

impl Candidate {
    pub(super) fn identity(&self) -> Identity {
        (self.section, self.claim, self.against)
    }

    /// The finding that it comes from, if it is one.
    pub(super) fn finding<'a>(&self, findings: &'a [Finding]) -> Option<&'a Finding> {
        match self.origin {
            CandidateOrigin::Found(at) | CandidateOrigin::Ended(Some(at)) => findings.get(at),
            _ => None,
        }
    }
}

impl VersionedCandidate {
    /// Itself and its earlier versions.
    pub(super) fn all(&self) -> impl Iterator<Item = &Candidate> {
        std::iter::once(&self.own).chain(&self.earlier)
    }

    /// The most severe of the findings that it comes from.
    pub(super) fn severity(&self, findings: &[Finding]) -> Option<Severity> {
        self.all().filter_map(|one| one.finding(findings)).map(|finding| finding.severity).max()
    }
}

impl List<'_> {
    /// What belongs in the list: by section, the longest overdue first; what has no date comes last.
    pub(super) fn heads(&self) -> Vec<VersionedCandidate> {
        let findings = self.report.findings.iter().enumerate();
        let mut candidates: Vec<Candidate> =
            findings.filter_map(|(at, finding)| self.candidate(at, finding)).collect();
        self.add_ended(&mut candidates);
        self.add_expiring(&mut candidates);
        let mut heads = super::versions::together(self.view, candidates);
        heads.sort_by(|one, two| self.order(&one.own).cmp(&self.order(&two.own)));
        heads
    }

    fn order(&self, candidate: &Candidate) -> (Section, Day, &str, &str) {
        let since = candidate.since.map_or(Day::MAX, |since| since.latest);
        let claims = self.view.claims();
        let against = candidate.against.map_or("", |other| claims.id(other));
        (candidate.section, since, claims.id(candidate.claim), against)
    }
}

/// Earlier versions, the latest first.
pub(super) fn sort_earlier(earlier: &mut [Candidate]) {
    earlier.sort_by_key(|one| Reverse(one.since.map(|since| since.latest)));
}

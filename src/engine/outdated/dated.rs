//! Entries that follow from dates alone: claims whose stated end has passed, and claims that come up: their end, or the
//! day by which somebody has to confirm them again.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::List;
use super::candidate::{Candidate, CandidateOrigin};
use crate::check::{review_due, scope, to_review};
use crate::graph::View;
use crate::model::{ClaimId, Code, Kind, Mention, OutdatedClaim, Replacement, ReportFact, Section};
use crate::time::{Bound, Day, Length};

/// The day by which each open claim has to be confirmed again, by the strictest rule, and that rule's length.
pub(super) fn reviews(view: &View<'_>) -> BTreeMap<ClaimId, (Day, Length)> {
    let mut reviews: BTreeMap<ClaimId, (Day, Length)> = BTreeMap::new();
    for rule in view.graph.base.rules.iter().filter(|rule| rule.severity != Some(None)) {
        let Kind::Freshness { review_every, expires: false } = rule.kind else { continue };
        for relation in scope(view.graph, rule) {
            let record = view.graph.base.relations.record(relation);
            let Some(interval) = review_every.or_else(|| record.and_then(|record| record.review_every))
            else {
                continue;
            };
            for row in to_review(view, relation) {
                let Some(due) = review_due(view, row.claim, interval) else { continue };
                let entry = reviews.entry(row.claim).or_insert((due, interval));
                if due < entry.0 {
                    *entry = (due, interval);
                }
            }
        }
    }
    reviews
}

impl List<'_> {
    /// Adds the claims whose stated end has certainly passed.
    pub(super) fn add_ended(&self, candidates: &mut Vec<Candidate>) {
        if !self.wants(Section::Ended) {
            return;
        }
        let expired = self.report.findings.iter().enumerate();
        let expired = expired.filter(|(_, finding)| finding.code == Code::Expired);
        let expired: HashMap<ClaimId, usize, FxBuildHasher> =
            expired.filter_map(|(at, finding)| Some((self.find(finding.claims.first()?)?, at))).collect();
        for claim in self.in_scope() {
            if let Some(end) = self.ends(claim).filter(|end| end.latest < self.view.as_of.day) {
                let origin = CandidateOrigin::Ended(expired.get(&claim).copied());
                let section = Section::Ended;
                candidates.push(Candidate { section, claim, since: Some(end), against: None, origin });
            }
        }
    }

    /// A claim whose stated end has certainly passed, with what took its place.
    pub(super) fn ended_entry(&self, candidate: &Candidate) -> OutdatedClaim {
        let claim = candidate.claim;
        let end = self.view.period(claim).end();
        let newer = self.timelines.after(claim);
        let next = if newer.is_empty() { "nothing" } else { "replaced" };
        let mut entry = self.entry(candidate, ReportFact::Ended { end, next });
        if let [(only, _)] = newer.as_slice() {
            entry.now = self.now(*only);
        } else {
            entry.now = self.now_of_all(newer.iter().map(|(newer, _)| *newer));
        }
        entry.replaced_by =
            newer.into_iter().map(|(newer, how)| Replacement { by: self.mention(newer), how }).collect();
        let finding = candidate.finding(&self.report.findings);
        entry.finding = finding.map(|finding| Box::new(finding.clone()));
        entry
    }

    /// Adds the claims that end, or are due for a recheck, on a day that is not yet past but within the time asked about.
    pub(super) fn add_expiring(&self, candidates: &mut Vec<Candidate>) {
        if !self.wants(Section::Expiring) {
            return;
        }
        let settled = self.report.findings.iter();
        let settled = settled.filter(|finding| matches!(finding.code, Code::Superseded | Code::Stale));
        let settled: HashSet<ClaimId, FxBuildHasher> =
            settled.filter_map(|finding| self.find(finding.claims.first()?)).collect();
        for claim in self.in_scope().filter(|claim| !settled.contains(claim)) {
            let soon = self.ends_soon(claim).map(|end| (end, CandidateOrigin::Ends));
            let soon = soon
                .or_else(|| self.begins_soon(claim).map(|day| (Bound::day(day), CandidateOrigin::MayBegin)));
            let soon =
                soon.or_else(|| self.due_soon(claim).map(|day| (Bound::day(day), CandidateOrigin::Due)));
            candidates.extend(soon.map(|(since, origin)| {
                let section = Section::Expiring;
                Candidate { section, claim, since: Some(since), against: None, origin }
            }));
        }
    }

    /// A claim that comes up.
    pub(super) fn expiring_entry(&self, candidate: &Candidate) -> Option<OutdatedClaim> {
        let (claim, today) = (candidate.claim, self.view.as_of.day);
        let why = match candidate.origin {
            CandidateOrigin::Ends => {
                let end = self.ends(claim)?;
                ReportFact::Ends { end, perhaps: if end.earliest < today { "over" } else { "none" } }
            }
            CandidateOrigin::MayBegin => ReportFact::MayBegin { not_before: self.begins_soon(claim)? },
            _ => {
                let (_, recheck) = *self.reviews.get(&claim)?;
                let confirmed = self.view.last_attestation(claim)?;
                ReportFact::Due { claim: self.view.attested(claim), confirmed, recheck }
            }
        };
        Some(self.entry(candidate, why))
    }

    /// From when on it may begin, of what is pending and says so.
    fn begins_soon(&self, claim: ClaimId) -> Option<Day> {
        let period = self.view.claims().period(claim);
        let not_before = period.not_before().filter(|day| *day <= self.until())?;
        (self.view.is_not_yet(claim) && self.view.is_awaited(claim)).then_some(not_before)
    }

    fn ends_soon(&self, claim: ClaimId) -> Option<Bound> {
        let today = self.view.as_of.day;
        self.ends(claim).filter(|end| end.latest >= today && end.earliest <= self.until())
    }

    fn due_soon(&self, claim: ClaimId) -> Option<Day> {
        let (due, _) = *self.reviews.get(&claim)?;
        let is_soon = due >= self.view.as_of.day && due <= self.until();
        (is_soon && self.view.last_attestation(claim).is_some()).then_some(due)
    }

    /// When a state ends, where that is stated. What happens on a date has no end that could pass.
    fn ends(&self, claim: ClaimId) -> Option<Bound> {
        let period = self.view.period(claim);
        let lasts = !self.view.is_event(claim) && !period.is_single_date();
        (lasts && self.view.is_live(claim) && !period.is_open()).then(|| period.end())
    }

    /// What holds now after `claim`, if that is something else.
    pub(super) fn now(&self, claim: ClaimId) -> Vec<Mention> {
        self.now_of_all([claim].into_iter())
    }

    fn now_of_all(&self, claims: impl Iterator<Item = ClaimId>) -> Vec<Mention> {
        let mut seen = BTreeSet::new();
        let now: Vec<ClaimId> = claims.flat_map(|claim| self.timelines.now(claim)).collect();
        now.into_iter().filter(|claim| seen.insert(*claim)).map(|claim| self.mention(claim)).collect()
    }
}

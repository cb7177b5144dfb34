//! Entries that follow from dates alone: claims whose stated end has passed, and claims that come up: their end, or the
//! day by which somebody has to confirm them again.

use std::collections::{BTreeMap, BTreeSet};

use super::List;
use crate::check::{needs_review, review_due, scope};
use crate::graph::View;
use crate::model::{
    ClaimId, Code, Finding, Kind, Mention, OutdatedClaim, Replacement, Report, ReportFact, Section,
};
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
            for row in view.rows_of(relation).iter().filter(|row| needs_review(view, row)) {
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
    /// Claims whose stated end has certainly passed, with what took their place.
    pub(super) fn ended(&self, report: &Report) -> Vec<OutdatedClaim> {
        if !self.wants(Section::Ended) {
            return Vec::new();
        }
        let expired: BTreeMap<&str, &Finding> = report
            .findings
            .iter()
            .filter(|finding| finding.code == Code::Expired)
            .filter_map(|finding| Some((finding.claims.first()?.as_str(), finding)))
            .collect();
        let past = self
            .in_scope()
            .filter(|claim| self.ends(*claim).is_some_and(|end| end.latest < self.view.as_of.day));
        past.map(|claim| self.ended_entry(claim, &expired)).collect()
    }

    fn ended_entry(&self, claim: ClaimId, expired: &BTreeMap<&str, &Finding>) -> OutdatedClaim {
        let end = self.view.period(claim).end();
        let newer = self.timelines.after(claim);
        let next = if newer.is_empty() { "nothing" } else { "replaced" };
        let mut entry = self.entry(Section::Ended, claim, ReportFact::Ended { end, next });
        entry.since = Some(end);
        if let [(only, _)] = newer.as_slice() {
            entry.now = self.now(*only);
        } else {
            entry.now = self.now_of_all(newer.iter().map(|(newer, _)| *newer));
        }
        entry.replaced_by =
            newer.into_iter().map(|(newer, how)| Replacement { by: self.mention(newer), how }).collect();
        let finding = expired.get(self.view.claims().id(claim));
        entry.finding = finding.map(|finding| Box::new((*finding).clone()));
        entry
    }

    /// Claims that end, or are due for a recheck, on a day that is not yet past but within the time asked about.
    pub(super) fn expiring(&self, report: &Report) -> Vec<OutdatedClaim> {
        if !self.wants(Section::Expiring) {
            return Vec::new();
        }
        let settled: BTreeSet<&str> = report
            .findings
            .iter()
            .filter(|finding| matches!(finding.code, Code::Superseded | Code::Stale))
            .filter_map(|finding| Some(finding.claims.first()?.as_str()))
            .collect();
        let live = self.in_scope().filter(|claim| !settled.contains(self.view.claims().id(*claim)));
        let soon = |claim| {
            self.ends_soon(claim).or_else(|| self.begins_soon(claim)).or_else(|| self.due_soon(claim))
        };
        live.filter_map(soon).collect()
    }

    /// What is pending and says from when on it may begin.
    fn begins_soon(&self, claim: ClaimId) -> Option<OutdatedClaim> {
        let period = self.view.claims().period(claim);
        let not_before = period.not_before().filter(|day| *day <= self.until)?;
        if !self.view.is_not_yet(claim) || !self.view.is_awaited(claim) {
            return None;
        }
        let mut entry = self.entry(Section::Expiring, claim, ReportFact::MayBegin { not_before });
        entry.since = Some(Bound::day(not_before));
        Some(entry)
    }

    fn ends_soon(&self, claim: ClaimId) -> Option<OutdatedClaim> {
        let today = self.view.as_of.day;
        let end = self.ends(claim)?;
        if end.latest < today || end.earliest > self.until {
            return None;
        }
        let perhaps = if end.earliest < today { "over" } else { "none" };
        let mut entry = self.entry(Section::Expiring, claim, ReportFact::Ends { end, perhaps });
        entry.since = Some(end);
        Some(entry)
    }

    fn due_soon(&self, claim: ClaimId) -> Option<OutdatedClaim> {
        let (due, recheck) = *self.reviews.get(&claim)?;
        if due < self.view.as_of.day || due > self.until {
            return None;
        }
        let confirmed = self.view.last_attestation(claim)?;
        let why = ReportFact::Due { claim: self.view.attested(claim), confirmed, recheck };
        let mut entry = self.entry(Section::Expiring, claim, why);
        entry.since = Some(Bound::day(due));
        Some(entry)
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

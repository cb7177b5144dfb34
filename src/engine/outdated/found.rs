//! Entries that come from findings of `check`: superseded, stale, unsourced, in contradiction.

use super::List;
use super::candidate::{Candidate, CandidateOrigin};
use crate::model::{
    Attested, ClaimFact, ClaimId, Code, Fact, Finding, OutdatedClaim, Replacement, ReportFact, Section,
    Takeover,
};
use crate::time::{Bound, Day, Edge, known_shared_days, possible_shared_days};

impl List<'_> {
    /// The candidate for the finding at this place of the report, if it belongs in the list.
    pub(super) fn candidate(&self, at: usize, finding: &Finding) -> Option<Candidate> {
        let Fact::ClaimFact(fact) = &finding.fact else { return None };
        let start = |claim: ClaimId| self.view.claims().period(claim).start();
        let (section, claim, since, against) = match fact {
            ClaimFact::Superseded { older, newer, .. } => {
                (Section::Superseded, older.claim, Some(start(newer.claim)), None)
            }
            ClaimFact::Undecided { older, newer, .. } => {
                let (own, other) = (start(older.claim), start(newer.claim));
                let since = if own.latest > other.latest { own } else { other };
                (Section::Superseded, older.claim, Some(since), Some(newer.claim))
            }
            ClaimFact::Stale { claim, due, .. } => {
                (Section::Stale, claim.claim, Some(Bound::day(*due)), None)
            }
            ClaimFact::Awaited { claim, not_before, due, .. } => {
                (Section::Stale, claim.claim, due.or(*not_before).map(Bound::day), None)
            }
            ClaimFact::Realised { older, newer } => {
                (Section::Superseded, older.claim, Some(start(newer.claim)), None)
            }
            ClaimFact::Unsourced { claim, .. } => {
                let period = self.view.claims().period(*claim);
                let since = (period.start_edge() == Edge::Stated).then(|| period.start());
                (Section::Unsourced, *claim, since, None)
            }
            _ if matches!(finding.code, Code::Contradiction | Code::PossibleContradiction) => {
                let claim = self.find(finding.claims.first()?)?;
                let since = self.shared(claim, finding).and_then(|(from, _)| finite(from)).map(Bound::day);
                let other = finding.claims.get(1).and_then(|id| self.find(id));
                (Section::Contradiction, claim, since, other)
            }
            _ => return None,
        };
        Some(Candidate { section, claim, since, against, origin: CandidateOrigin::Found(at) })
    }

    /// The entry for a finding of `check`.
    pub(super) fn found(&self, candidate: &Candidate, finding: &Finding) -> Option<OutdatedClaim> {
        let Fact::ClaimFact(fact) = &finding.fact else { return None };
        let mut entry = match fact {
            ClaimFact::Superseded { older, newer, .. } => self.superseded(candidate, older.claim, *newer),
            ClaimFact::Undecided { newer, .. } => {
                let mut entry = self.entry(candidate, ReportFact::BothOpen { newer: newer.claim });
                entry.against = vec![self.mention(newer.claim)];
                entry
            }
            ClaimFact::Stale { claim, confirmed, review, .. } => {
                let (confirmed, recheck) = (*confirmed, Some(*review));
                self.entry(candidate, ReportFact::Stale { claim: *claim, confirmed, recheck })
            }
            ClaimFact::Awaited { claim, confirmed, not_before, review, .. } => {
                let (confirmed, not_before, recheck) = (*confirmed, *not_before, *review);
                self.entry(candidate, ReportFact::Awaited { claim: *claim, confirmed, not_before, recheck })
            }
            ClaimFact::Realised { newer, .. } => {
                let mut entry = self.entry(candidate, ReportFact::Realised { newer: *newer });
                let by = self.mention(newer.claim);
                entry.replaced_by = vec![Replacement { by, how: Takeover::Continues }];
                entry
            }
            ClaimFact::Unsourced { count, disputed, .. } => {
                self.entry(candidate, ReportFact::Unsourced { sources: *count, disputed })
            }
            _ => self.contradiction(candidate, finding),
        };
        entry.mention.place = finding.site.place;
        entry.finding = Some(Box::new(finding.clone()));
        Some(entry)
    }

    /// A claim that is still open although another has taken over.
    fn superseded(&self, candidate: &Candidate, claim: ClaimId, newer: Attested) -> OutdatedClaim {
        let mut entry = self.entry(candidate, ReportFact::TakenOver { newer });
        let how = self.view.succession(claim, newer.claim).how;
        entry.replaced_by = vec![Replacement { by: self.mention(newer.claim), how }];
        entry.now = self.now(newer.claim);
        entry
    }

    fn contradiction(&self, candidate: &Candidate, finding: &Finding) -> OutdatedClaim {
        let others: Vec<ClaimId> = self.others(finding).collect();
        let days = self.shared(candidate.claim, finding);
        let why = ReportFact::Excluded {
            how: if finding.code == Code::Contradiction { "certain" } else { "possible" },
            others: others.as_slice().into(),
            from: days.and_then(|(from, _)| finite(from)),
            to: days.and_then(|(_, to)| finite(to)),
        };
        let mut entry = self.entry(candidate, why);
        entry.against = others.into_iter().map(|other| self.mention(other)).collect();
        entry
    }

    fn others<'f>(&self, finding: &'f Finding) -> impl Iterator<Item = ClaimId> + use<'_, 'f> {
        finding.claims.iter().skip(1).filter_map(|id| self.find(id))
    }

    /// The first days that a claim shares with one that excludes it.
    fn shared(&self, claim: ClaimId, finding: &Finding) -> Option<(Day, Day)> {
        let is_certain = finding.code == Code::Contradiction;
        let days = self.others(finding).filter_map(|other| {
            let (one, two) = (self.view.period(claim), self.view.period(other));
            let known = if is_certain { known_shared_days(one, two) } else { None };
            known.or_else(|| possible_shared_days(one, two))
        });
        days.min_by_key(|(from, _)| *from)
    }

    /// An entry about which nothing is known yet but why it is there.
    pub(super) fn entry(&self, candidate: &Candidate, why: impl Into<Fact>) -> OutdatedClaim {
        OutdatedClaim {
            section: candidate.section,
            mention: self.mention(candidate.claim),
            finding: None,
            since: candidate.since,
            why: why.into(),
            earlier: Vec::new(),
            replaced_by: Vec::new(),
            now: Vec::new(),
            against: Vec::new(),
            in_drafts: Vec::new(),
            was_in: None,
        }
    }
}

fn finite(day: Day) -> Option<Day> {
    Some(day).filter(|day| day.is_finite())
}

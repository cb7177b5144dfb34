//! Entries that come from findings of `check`: superseded, stale, unsourced, in contradiction.

use super::List;
use crate::model::{
    Attested, ClaimFact, ClaimId, Code, Fact, Finding, OutdatedClaim, Replacement, ReportFact, Section,
    Takeover,
};
use crate::time::{Bound, Day, Edge, known_shared_days, possible_shared_days};

impl List<'_> {
    /// The entry for a finding, if it belongs in the list.
    pub(super) fn found(&self, finding: &Finding) -> Option<OutdatedClaim> {
        let Fact::ClaimFact(fact) = &finding.fact else { return None };
        let mut entry = match fact {
            ClaimFact::Superseded { older, newer, .. } => self.superseded(older.claim, *newer),
            ClaimFact::Undecided { older, newer, .. } => self.undecided(older.claim, newer.claim),
            ClaimFact::Stale { claim, confirmed, review, due } => {
                let (confirmed, recheck) = (*confirmed, Some(*review));
                let why = ReportFact::Stale { claim: *claim, confirmed, recheck };
                OutdatedClaim {
                    since: Some(Bound::day(*due)),
                    ..self.entry(Section::Stale, claim.claim, why)
                }
            }
            ClaimFact::Awaited { claim, confirmed, not_before, review, due } => {
                let (confirmed, not_before, recheck) = (*confirmed, *not_before, *review);
                let why = ReportFact::Awaited { claim: *claim, confirmed, not_before, recheck };
                let since = due.or(not_before).map(Bound::day);
                OutdatedClaim { since, ..self.entry(Section::Stale, claim.claim, why) }
            }
            ClaimFact::Realised { older, newer } => {
                let why = ReportFact::Realised { newer: *newer };
                let since = Some(self.view.claims().period(newer.claim).start());
                let by = self.mention(newer.claim);
                let replaced_by = vec![Replacement { by, how: Takeover::Continues }];
                OutdatedClaim { since, replaced_by, ..self.entry(Section::Superseded, older.claim, why) }
            }
            ClaimFact::Unsourced { claim, count, disputed, .. } => {
                let why = ReportFact::Unsourced { sources: *count, disputed };
                let period = self.view.claims().period(*claim);
                let since = (period.start_edge() == Edge::Stated).then(|| period.start());
                OutdatedClaim { since, ..self.entry(Section::Unsourced, *claim, why) }
            }
            _ if matches!(finding.code, Code::Contradiction | Code::PossibleContradiction) => {
                self.contradiction(self.find(finding.claims.first()?)?, finding)
            }
            _ => return None,
        };
        entry.mention.place = finding.site.place;
        entry.finding = Some(Box::new(finding.clone()));
        Some(entry)
    }

    /// A claim that is still open although another has taken over.
    fn superseded(&self, claim: ClaimId, newer: Attested) -> OutdatedClaim {
        let mut entry = self.entry(Section::Superseded, claim, ReportFact::TakenOver { newer });
        let how = self.view.succession(claim, newer.claim).how;
        entry.since = Some(self.view.claims().period(newer.claim).start());
        entry.replaced_by = vec![Replacement { by: self.mention(newer.claim), how }];
        entry.now = self.now(newer.claim);
        entry
    }

    /// Two claims that are still open, of which nobody can say which has taken over.
    fn undecided(&self, claim: ClaimId, newer: ClaimId) -> OutdatedClaim {
        let mut entry = self.entry(Section::Superseded, claim, ReportFact::BothOpen { newer });
        let claims = self.view.claims();
        let (own, start) = (claims.period(claim).start(), claims.period(newer).start());
        entry.since = Some(if own.latest > start.latest { own } else { start });
        entry.against = vec![self.mention(newer)];
        entry
    }

    fn contradiction(&self, claim: ClaimId, finding: &Finding) -> OutdatedClaim {
        let others: Vec<ClaimId> = finding.claims.iter().skip(1).filter_map(|id| self.find(id)).collect();
        let is_certain = finding.code == Code::Contradiction;
        let days = others.iter().filter_map(|other| {
            let (one, two) = (self.view.period(claim), self.view.period(*other));
            let known = if is_certain { known_shared_days(one, two) } else { None };
            known.or_else(|| possible_shared_days(one, two))
        });
        let days = days.min_by_key(|(from, _)| *from);
        let finite = |day: Day| Some(day).filter(|day| day.is_finite());
        let why = ReportFact::Excluded {
            how: if is_certain { "certain" } else { "possible" },
            others: others.as_slice().into(),
            from: days.and_then(|(from, _)| finite(from)),
            to: days.and_then(|(_, to)| finite(to)),
        };
        let mut entry = self.entry(Section::Contradiction, claim, why);
        entry.since = days.and_then(|(from, _)| finite(from)).map(Bound::day);
        entry.against = others.into_iter().map(|other| self.mention(other)).collect();
        entry
    }

    /// An entry about which nothing is known yet but why it is there.
    pub(super) fn entry(&self, section: Section, claim: ClaimId, why: impl Into<Fact>) -> OutdatedClaim {
        OutdatedClaim {
            section,
            mention: self.mention(claim),
            finding: None,
            since: None,
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

//! Entries that come from findings of `check`: superseded, stale, unsourced, in contradiction.

use super::List;
use crate::graph::Succession;
use crate::model::{Attested, ClaimId, Code, Fact, Finding, OutdatedClaim, Replacement, ReportFact, Section};
use crate::time::{Bound, Day, Edge, known_shared_days, shared_days};

impl List<'_> {
    /// The entry for a finding, if it belongs in the list.
    pub(super) fn found(&self, finding: &Finding) -> Option<OutdatedClaim> {
        let claim = self.find(finding.claims.first()?)?;
        let mut entry = match finding.code {
            Code::Superseded => self.superseded(claim, finding)?,
            Code::Stale => self.stale(claim)?,
            Code::Unsourced => self.unsourced(claim),
            Code::Contradiction | Code::PossibleContradiction => self.contradiction(claim, finding),
            _ => return None,
        };
        entry.mention.place = finding.site.place;
        entry.finding = Some(Box::new(finding.clone()));
        Some(entry)
    }

    fn superseded(&self, claim: ClaimId, finding: &Finding) -> Option<OutdatedClaim> {
        let newer = self.find(finding.claims.get(1)?)?;
        let claims = self.view.claims();
        let start = claims.period(newer).start();
        let Succession { how, certain, .. } = self.view.succession(claim, newer);
        if !certain {
            let mut entry = self.entry(Section::Superseded, claim, ReportFact::BothOpen { newer });
            let own = claims.period(claim).start();
            entry.since = Some(if own.latest > start.latest { own } else { start });
            entry.against = vec![self.mention(newer)];
            return Some(entry);
        }
        let why = ReportFact::TakenOver { newer: self.attested(newer) };
        let mut entry = self.entry(Section::Superseded, claim, why);
        entry.since = Some(start);
        entry.replaced_by = vec![Replacement { by: self.mention(newer), how }];
        entry.now = self.now(newer);
        Some(entry)
    }

    fn stale(&self, claim: ClaimId) -> Option<OutdatedClaim> {
        let confirmed = self.view.last_attestation(claim)?;
        let due = self.reviews.get(&claim);
        let recheck = due.map(|(_, length)| *length);
        let why = ReportFact::Stale { claim: self.attested(claim), confirmed, recheck };
        let mut entry = self.entry(Section::Stale, claim, why);
        entry.since = due.map(|(due, _)| Bound::day(*due));
        Some(entry)
    }

    fn unsourced(&self, claim: ClaimId) -> OutdatedClaim {
        let claims = self.view.claims();
        let sources = self.view.supports(claim).count();
        let is_disputed = sources == 0 && claims.citations(claim).len() > claims.supports(claim).count();
        let why = ReportFact::Unsourced { sources, disputed: if is_disputed { "disputed" } else { "none" } };
        let mut entry = self.entry(Section::Unsourced, claim, why);
        let period = claims.period(claim);
        entry.since = (period.start_edge() == Edge::Stated).then(|| period.start());
        entry
    }

    fn contradiction(&self, claim: ClaimId, finding: &Finding) -> OutdatedClaim {
        let others: Vec<ClaimId> = finding.claims.iter().skip(1).filter_map(|id| self.find(id)).collect();
        let is_certain = finding.code == Code::Contradiction;
        let days = others.iter().filter_map(|other| {
            let (one, two) = (self.view.period(claim), self.view.period(*other));
            if is_certain { known_shared_days(one, two) } else { None }.or_else(|| shared_days(one, two))
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

    /// A claim with its newest source by the day by which things are known.
    pub(super) fn attested(&self, claim: ClaimId) -> Attested {
        let sources = self.view.supports(claim).map(|citation| citation.source);
        Attested::new(self.view.graph.base, claim, sources)
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

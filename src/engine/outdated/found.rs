//! Entries that come from findings of `check`: superseded, stale, unsourced, in contradiction.

use super::List;
use crate::check::{authority, say};
use crate::graph::Succession;
use crate::model::{ClaimId, Code, Finding, OutdatedClaim, Replacement, Section};
use crate::time::{Bound, Edge, known_shared_days, length_words, shared_days, when_words};
use crate::words::{Choice, Words};

impl List<'_> {
    pub(super) fn words(&self) -> Words<'_> {
        Words::new(self.view.graph.base, Choice::default())
    }

    /// The entry for a finding, if it belongs in the list.
    pub(super) fn found(&self, finding: &Finding) -> Option<OutdatedClaim> {
        let claim = self.find(finding.claims.first()?)?;
        let mut entry = match finding.code {
            Code::Superseded => self.superseded(claim, finding)?,
            Code::Stale => self.stale(claim)?,
            Code::Unsourced => self.unsourced(claim, finding),
            Code::Contradiction | Code::PossibleContradiction => self.contradiction(claim, finding),
            _ => return None,
        };
        entry.mention.place = finding.site.place;
        entry.finding = Some((finding.code, finding.severity));
        entry.help = self.words().of(finding).help;
        Some(entry)
    }

    fn superseded(&self, claim: ClaimId, finding: &Finding) -> Option<OutdatedClaim> {
        let newer = self.find(finding.claims.get(1)?)?;
        let claims = self.view.claims();
        let start = claims.period(newer).start();
        let Succession { how, certain, .. } = self.view.succession(claim, newer);
        if !certain {
            let why = "Both are still open, and their dates do not say which of them took over.".to_owned();
            let mut entry = self.entry(Section::Superseded, claim, why);
            let own = claims.period(claim).start();
            entry.since = Some(if own.latest > start.latest { own } else { start });
            entry.against = vec![self.mention(newer)];
            return Some(entry);
        }
        let why =
            format!("Another claim took over {}, says {}.", when_words(start), authority(self.view, newer));
        let mut entry = self.entry(Section::Superseded, claim, why);
        entry.since = Some(start);
        entry.replaced_by = vec![Replacement { by: self.mention(newer), how }];
        entry.now = self.now(newer);
        Some(entry)
    }

    fn stale(&self, claim: ClaimId) -> Option<OutdatedClaim> {
        let attested = self.view.last_attestation(claim)?;
        let due = self.reviews.get(&claim);
        let good =
            due.map_or(String::new(), |(_, length)| format!("; that is good for {}", length_words(*length)));
        let by = authority(self.view, claim);
        let why = format!("Last vouched for {} ({by}){good}.", when_words(attested));
        let mut entry = self.entry(Section::Stale, claim, why);
        entry.since = due.map(|(due, _)| Bound::day(*due));
        Some(entry)
    }

    fn unsourced(&self, claim: ClaimId, finding: &Finding) -> OutdatedClaim {
        let said = say(self.view.graph.base, claim);
        let message = self.words().of(finding).message;
        // The statement stands above it, and need not be said again.
        let why = match message.strip_prefix(&said) {
            Some(rest) => format!("It{rest}."),
            None => message.clone(),
        };
        let mut entry = self.entry(Section::Unsourced, claim, why);
        let period = self.view.claims().period(claim);
        entry.since = (period.start_edge() == Edge::Stated).then(|| period.start());
        entry
    }

    fn contradiction(&self, claim: ClaimId, finding: &Finding) -> OutdatedClaim {
        let others: Vec<ClaimId> = finding.claims.iter().skip(1).filter_map(|id| self.find(id)).collect();
        let mut entry = self.entry(
            Section::Contradiction,
            claim,
            format!("{}.", self.words().of(finding).message.trim_end_matches('.')),
        );
        let days = others.iter().filter_map(|other| {
            let (one, two) = (self.view.period(claim), self.view.period(*other));
            match finding.code {
                Code::Contradiction => known_shared_days(one, two).or_else(|| shared_days(one, two)),
                _ => shared_days(one, two),
            }
        });
        entry.since = days.map(|(from, _)| from).filter(|from| from.is_finite()).min().map(Bound::day);
        entry.against = others.into_iter().map(|other| self.mention(other)).collect();
        entry
    }
}

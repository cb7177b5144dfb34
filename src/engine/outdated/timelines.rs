//! The timelines of what is listed: by subject, the listed claims with those that replaced or contradict them.

use std::collections::{BTreeMap, BTreeSet};

use super::List;
use crate::engine::mention::stated_period;
use crate::model::{Bar, ClaimId, Handover, OutdatedClaim, Section, Subject, Takeover, Timeline};
use crate::time::Edge;

/// What the entries say of the claims, by claim.
#[derive(Default)]
struct ListedClaims {
    /// Where each is listed.
    sections: BTreeMap<ClaimId, Vec<Section>>,
    /// What took the place of each that is listed.
    replaced: BTreeMap<ClaimId, Vec<(ClaimId, Takeover)>>,
}

impl List<'_> {
    /// The timelines of the entries, by the name of the subject; claims without one come last.
    pub(super) fn timelines(&self, entries: &[OutdatedClaim]) -> Vec<Timeline> {
        let mut listed = ListedClaims::default();
        let mut drawn: BTreeMap<Option<&Subject>, BTreeSet<ClaimId>> = BTreeMap::new();
        for entry in entries.iter().flat_map(|entry| entry.earlier.iter().chain([entry])) {
            let Some(claim) = self.find(&entry.mention.claim) else { continue };
            let sections = listed.sections.entry(claim).or_default();
            if !sections.contains(&entry.section) {
                sections.push(entry.section);
            }
            let replaced = entry.replaced_by.iter();
            let newer =
                replaced.filter_map(|replacement| Some((self.find(&replacement.by.claim)?, replacement.how)));
            listed.replaced.entry(claim).or_default().extend(newer);
            let group = drawn.entry(entry.mention.subject.as_ref()).or_default();
            group.insert(claim);
            group.extend(entry.others().filter_map(|other| self.find(&other.claim)));
        }
        let mut timelines: Vec<Timeline> =
            drawn.into_iter().map(|(subject, claims)| self.timeline(subject, claims, &listed)).collect();
        timelines.retain(|timeline| !timeline.bars.is_empty());
        timelines.sort_by(|one, two| by_name(one).cmp(&by_name(two)));
        timelines
    }

    fn timeline(
        &self,
        subject: Option<&Subject>,
        claims: BTreeSet<ClaimId>,
        listed: &ListedClaims,
    ) -> Timeline {
        let view = self.view;
        let mut claims: Vec<ClaimId> = claims.into_iter().filter(|claim| self.is_drawn(*claim)).collect();
        claims.sort_by_key(|claim| {
            let period = view.period(*claim);
            (period.fe(), period.fl(), period.ul(), view.claims().id(*claim))
        });
        let rows: BTreeMap<ClaimId, usize> =
            claims.iter().enumerate().map(|(row, claim)| (*claim, row)).collect();
        let mut handovers = Vec::new();
        let mut bars = Vec::new();
        for (from, claim) in claims.iter().enumerate() {
            let newer = self.newer(*claim, listed);
            let shown = newer.iter().filter_map(|(newer, how)| Some((*rows.get(newer)?, *how)));
            handovers.extend(shown.map(|(to, how)| Handover { from, to, how }));
            bars.push(self.bar(*claim, newer.first().map(|(newer, _)| *newer), listed));
        }
        Timeline { subject: subject.cloned(), bars, handovers }
    }

    /// What took the place of a claim: as its entry says, else as its timeline does.
    fn newer(&self, claim: ClaimId, listed: &ListedClaims) -> Vec<(ClaimId, Takeover)> {
        let replaced = listed.replaced.get(&claim).filter(|newer| !newer.is_empty());
        replaced.cloned().unwrap_or_else(|| self.timelines.after(claim))
    }

    fn bar(&self, claim: ClaimId, newer: Option<ClaimId>, listed: &ListedClaims) -> Bar {
        let view = self.view;
        let open = view.period(claim).is_open();
        Bar {
            record: claim,
            claim: view.claims().id(claim).to_owned(),
            stated: stated_period(view, claim),
            period: view.period(claim),
            event: view.is_event(claim),
            taken_over: newer.filter(|_| open).map(|newer| view.claims().period(newer).start()),
            sections: listed.sections.get(&claim).cloned().unwrap_or_default(),
        }
    }

    /// Whether anything is known of its time.
    fn is_drawn(&self, claim: ClaimId) -> bool {
        let written = self.view.claims().period(claim);
        let is_stated = written.start_edge() == Edge::Stated || written.end_edge() == Edge::Stated;
        let known = self.view.claims().is_datable(claim) && !self.view.period(claim).is_pending();
        known && (is_stated || self.view.last_attestation(claim).is_some())
    }
}

/// The order of timelines; what names no subject comes last.
fn by_name(timeline: &Timeline) -> (bool, Option<(String, &str)>) {
    let subject = timeline.subject.as_ref();
    (subject.is_none(), subject.map(|subject| (subject.name.to_lowercase(), subject.id.as_str())))
}

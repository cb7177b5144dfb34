//! What it costs to drop a claim, and to close it, in the levels of the order of preference.
//!
//! Each preference is one level of whole numbers, and what counts more is compared first; nothing is weighed against anything
//! else. The level of `fewest` is two: claims dropped, then claims closed. Closing costs of sources only those that confirm the
//! claim after the day on which it would end and do not support the one that began then: what says both means the older one for
//! its time.

use std::collections::BTreeMap;

use crate::graph::View;
use crate::model::{Citation, ClaimId, LinkKind, Preference, SourceId, SourceKind};
use crate::repair::{Cost, LEVELS};
use crate::time::{Bound, Day, Edge, Period};

/// The order of preference, and what is asked of the whole base once.
#[derive(Debug)]
pub struct Weights<'v, 'a> {
    view: &'v View<'a>,
    order: &'v [Preference],
    /// The days of newest confirmation of all claims, in order: of two, the later one is better.
    newest: Vec<Day>,
    /// The votes for each claim, if sources are estimated.
    votes: BTreeMap<ClaimId, i64>,
}

impl<'v, 'a> Weights<'v, 'a> {
    pub fn new(view: &'v View<'a>, order: &'v [Preference], votes: BTreeMap<ClaimId, i64>) -> Self {
        let mut newest: Vec<Day> = Vec::new();
        if order.contains(&Preference::Newer) {
            let confirmed = |claim| view.last_attestation(claim).map(|bound| bound.earliest);
            newest = view.claims().iter().filter_map(confirmed).collect();
            newest.sort_unstable();
            newest.dedup();
        }
        Self { view, order, newest, votes }
    }

    /// The level at which claims dropped are counted; the next one counts those closed.
    pub fn fewest(&self) -> usize {
        self.order.iter().position(|one| *one == Preference::Fewest).unwrap_or(0)
    }

    /// What dropping a claim costs.
    pub fn dropping(&self, claim: ClaimId) -> Cost {
        self.levels(|preference| match preference {
            Preference::Rank => i64::from(self.view.claims().is_preferred(claim)),
            Preference::Correction => i64::from(self.corrects(claim)),
            Preference::FirstHand => i64::from(self.primary(claim, |_| true)),
            Preference::Origins => self.origins(claim, |_| true),
            Preference::Fewest => 1,
            Preference::Newer => self.newness(claim),
            Preference::Precision => precision(self.view.claims().period(claim)),
            Preference::Agreement => self.votes.get(&claim).copied().unwrap_or(0),
        })
    }

    /// What closing a claim costs where `next` began.
    pub fn closing(&self, claim: ClaimId, next: ClaimId) -> Cost {
        let end = self.view.claims().period(next).start();
        let provenance = &self.view.graph.provenance;
        let of_next: Vec<SourceId> =
            self.view.supports(next).map(|citation| provenance.origin(citation.source)).collect();
        let after = |citation: Citation| {
            let is_later = self.view.attested_on(citation).is_some_and(|day| day.earliest > end.latest);
            is_later && !of_next.contains(&provenance.origin(citation.source))
        };
        let mut cost = self.levels(|preference| match preference {
            Preference::FirstHand => i64::from(self.primary(claim, after)),
            Preference::Origins => self.origins(claim, after),
            _ => 0,
        });
        cost.0[self.fewest() + 1] = 1;
        cost
    }

    /// The preference that makes one claim better than another; none if nothing but numbers does.
    pub fn deciding(&self, better: ClaimId, worse: ClaimId) -> Option<Preference> {
        let (better, worse) = (self.dropping(better), self.dropping(worse));
        let (preference, at) = self.placed().find(|(_, at)| better.0[*at] != worse.0[*at])?;
        (better.0[at] > worse.0[at]).then_some(preference)
    }

    fn levels(&self, level: impl Fn(Preference) -> i64) -> Cost {
        let mut levels = [0; LEVELS];
        self.placed().for_each(|(preference, at)| levels[at] = level(preference));
        Cost(levels)
    }

    /// Each preference with its level; behind `fewest` the claims closed have one of their own.
    fn placed(&self) -> impl Iterator<Item = (Preference, usize)> {
        let fewest = self.fewest();
        self.order.iter().enumerate().map(move |(at, one)| (*one, at + usize::from(at > fewest)))
    }

    fn corrects(&self, claim: ClaimId) -> bool {
        let mut links = self.view.graph.supersession.links_from(claim).iter();
        links.any(|(kind, _)| matches!(kind, LinkKind::Corrects | LinkKind::Supersedes))
    }

    /// Whether a primary source supports the claim, of those whose confirmation fits.
    fn primary(&self, claim: ClaimId, fits: impl Fn(Citation) -> bool) -> bool {
        self.sources(claim, fits).any(|source| {
            let record = self.view.graph.base.sources.record(source);
            record.is_some_and(|record| record.kind == Some(SourceKind::Primary))
        })
    }

    /// From how many origins its sources are, of those whose confirmation fits.
    fn origins(&self, claim: ClaimId, fits: impl Fn(Citation) -> bool) -> i64 {
        let provenance = &self.view.graph.provenance;
        let mut origins: Vec<SourceId> =
            self.sources(claim, fits).map(|source| provenance.origin(source)).collect();
        origins.sort_unstable();
        origins.dedup();
        i64::try_from(origins.len()).unwrap_or(i64::MAX)
    }

    fn sources(&self, claim: ClaimId, fits: impl Fn(Citation) -> bool) -> impl Iterator<Item = SourceId> {
        let supports = self.view.supports(claim);
        supports.filter(move |citation| fits(*citation)).map(|citation| citation.source)
    }

    /// The place of its newest confirmation among all; 0 if nothing confirms it for a day.
    fn newness(&self, claim: ClaimId) -> i64 {
        let Some(day) = self.view.last_attestation(claim) else { return 0 };
        let place = self.newest.partition_point(|other| *other <= day.earliest);
        i64::try_from(place).unwrap_or(i64::MAX)
    }
}

/// How exact the stated ends are: 3 for a day, 2 for up to a month, 1 for up to a year, each.
fn precision(period: Period) -> i64 {
    let exactness = |bound: Bound, edge: Edge| match (edge, bound.latest.minus(bound.earliest)) {
        (Edge::Stated, Some(0)) => 3,
        (Edge::Stated, Some(..=31)) => 2,
        (Edge::Stated, Some(..=366)) => 1,
        _ => 0,
    };
    exactness(period.start(), period.start_edge()) + exactness(period.end(), period.end_edge())
}

/// For each claim that can be closed, the one that began first where it would end.
pub fn first_closings(pairs: &[super::Pair], view: &View<'_>) -> BTreeMap<ClaimId, ClaimId> {
    let mut first: BTreeMap<ClaimId, ClaimId> = BTreeMap::new();
    for (pair, _) in pairs.iter().filter(|(pair, _)| pair.can_close) {
        let known = first.entry(pair.older).or_insert(pair.newer);
        if view.by_begun(pair.newer, *known).is_lt() {
            *known = pair.newer;
        }
    }
    first
}

//! What came next after a claim: decided here for checks, verdicts and reports alike.
//!
//! *Law.* As of day d, b has taken over from a iff b says `supersedes: [a]` and has begun, which takes precedence over
//! all that only follows from dates; or b is a rival state that certainly begins after a (`fe(b) > fl(a)`), does not
//! clash with it (so `fl(b) ≥ ue(a)`) and has begun (`fe(b) ≤ d`). Of several, the one that begins first counts. Which
//! claims are rivals is for the laws to say that are asked about; what the two laws of dates leave undecided is in
//! `group`. What is shown as having come next, whether or not the two exclude each other, is in `shown`. Where two
//! claims begin alike, what they say puts them in order (`order`).

mod group;
mod order;
mod rivalry;
mod shown;

use super::{View, ViewRow};
use crate::model::{ClaimId, LinkKind, Takeover};
use crate::time::{Edge, Period};

pub use group::taken_over;
pub use rivalry::{Rivalry, Side};
pub use shown::Timelines;

/// One claim taking over from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    /// The claim that came first.
    pub older: ClaimId,
    /// The claim that has taken over.
    pub newer: ClaimId,
    /// How that is known.
    pub how: Takeover,
    /// Whether it is certain which of the two is the older one.
    pub certain: bool,
}

impl View<'_> {
    /// Whether a claim may have begun by the day of the view; what is pending is not taken to have.
    #[must_use]
    pub fn has_begun(&self, claim: ClaimId) -> bool {
        let period = self.period(claim);
        period.fe() <= self.as_of.day && !period.is_pending()
    }

    /// Whether a claim is pending and presumed not to have begun by the day of the view. Where it is said on which day it may
    /// begin at the earliest, nothing is presumed from that day on: perhaps it has begun.
    #[must_use]
    pub fn is_not_yet(&self, claim: ClaimId) -> bool {
        let written = self.claims().period(claim);
        self.period(claim).is_pending() && written.not_before().is_none_or(|day| day > self.as_of.day)
    }

    /// The live claims that say that they supersede this one, begun or not. What is not yet so supersedes nothing but what is
    /// pending itself: a plan that was changed.
    pub fn declared(&self, claim: ClaimId) -> impl Iterator<Item = ClaimId> {
        let successors = self.graph.supersession.successors(claim);
        let is_plan = self.period(claim).is_pending();
        successors.filter(move |newer| self.is_live(*newer) && (is_plan || !self.is_not_yet(*newer)))
    }

    /// Whether a claim is pending and still counts: nothing says that it supersedes it.
    #[must_use]
    pub fn is_awaited(&self, claim: ClaimId) -> bool {
        self.is_live(claim) && self.period(claim).is_pending() && self.successor(claim).is_none()
    }

    /// The first claim, by its beginning, that says that it takes over from this one, begun or not.
    #[must_use]
    pub fn successor(&self, claim: ClaimId) -> Option<ClaimId> {
        self.declared(claim).min_by(|one, two| self.by_beginning(*one, *two))
    }

    /// The same, unless the two are in a circle, of which nobody knows who came last.
    #[must_use]
    pub fn certain_successor(&self, claim: ClaimId) -> Option<ClaimId> {
        let is_newer = |newer: &ClaimId| !self.graph.supersession.are_in_circle(claim, *newer);
        self.declared(claim).filter(is_newer).min_by(|one, two| self.by_beginning(*one, *two))
    }

    /// How `newer` took over from `older`, if it did.
    #[must_use]
    pub fn succession(&self, older: ClaimId, newer: ClaimId) -> Succession {
        let declared = self.graph.supersession.successors(older).any(|other| other == newer);
        let how = if declared { Takeover::Declared } else { Takeover::Follows };
        let certain = declared || self.period(newer).fe() > self.period(older).fl();
        Succession { older, newer, how, certain }
    }

    /// Whether the dates of a rival say that it has taken over from `older`.
    #[must_use]
    pub fn follows(&self, older: Period, newer: &ViewRow) -> bool {
        let begins = newer.period.fe();
        !newer.event
            && !newer.period.is_pending()
            && begins > older.fl()
            && begins <= self.as_of.day
            && newer.period.fl() >= older.ue()
    }

    /// Open claims of which others say that they supersede them, each with the first that does.
    #[must_use]
    pub fn superseded(&self) -> Vec<Succession> {
        let links = &self.graph.supersession;
        // Within a circle nobody knows who came last; the circle itself is reported separately.
        let circular = |one: ClaimId, two: ClaimId| links.are_in_circle(one, two);
        let is_dated = |claim: ClaimId| self.period(claim).start_edge() == Edge::Stated;
        // A plan that was superseded is over by that.
        let goes_on = |period: Period| period.is_open() && !period.is_pending();
        let open =
            |claim: &ClaimId| self.is_live(*claim) && goes_on(self.period(*claim)) && !self.is_event(*claim);
        let first = |older: ClaimId| {
            let counts =
                |newer: &ClaimId| self.has_begun(*newer) && is_dated(*newer) && !circular(older, *newer);
            self.declared(older).filter(counts).min_by(|one, two| self.by_beginning(*one, *two))
        };
        let taken = |older: ClaimId| Some(self.succession(older, first(older)?));
        links.superseded().filter(open).filter_map(taken).collect()
    }

    /// Whether a denial states neither end: it denies for all time.
    #[must_use]
    pub fn is_timeless(&self, denial: ClaimId) -> bool {
        let period = self.claims().period(denial);
        period.start_edge() != Edge::Stated && period.is_open() && !period.is_pending()
    }

    /// Whether a link says how two claims relate to each other: a declared supersession of an open claim is reported as
    /// such. That one repeats the other settles nothing: if it does, the two do not contradict each other anyway.
    #[must_use]
    pub fn are_settled(&self, one: ClaimId, two: ClaimId) -> bool {
        let settles = |newer: ClaimId, older: ClaimId| {
            self.graph.supersession.links_from(newer).iter().any(|(kind, other)| {
                *other == older
                    && match kind {
                        LinkKind::Supersedes => self.period(older).is_open(),
                        LinkKind::Corrects => true,
                        LinkKind::Repeats => false,
                    }
            })
        };
        settles(one, two) || settles(two, one)
    }
}

/// The claims that came one after another after `claim`, as `next` says; the chain ends before one comes again.
pub fn chain(claim: ClaimId, next: impl Fn(ClaimId) -> Option<ClaimId>) -> Vec<ClaimId> {
    let mut chain: Vec<ClaimId> = Vec::new();
    let mut last = claim;
    while let Some(newer) = next(last).filter(|newer| *newer != claim && !chain.contains(newer)) {
        chain.push(newer);
        last = newer;
    }
    chain
}

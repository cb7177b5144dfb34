//! The claims about one entity over time: what is listed, and what replaced or contradicts it. Days only: where on
//! a page they fall is decided by `render`.

use super::{Section, Subject, Takeover};
use crate::model::ClaimId;
use crate::time::{Bound, Period};

/// The claims about one entity over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The entity; `None`: claims that name none.
    pub subject: Option<Subject>,
    /// The claims, in the order in which they begin.
    pub bars: Vec<Bar>,
    /// Which of them took the place of which, in the order of what was replaced.
    pub handovers: Vec<Handover>,
}

/// One claim on a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The claim.
    pub record: ClaimId,
    /// Its id.
    pub claim: String,
    /// When it holds as written, as far as that was known by the day asked about.
    pub stated: Period,
    /// The same with its known part stretched to the last attestation.
    pub period: Period,
    /// It happens and does not last.
    pub event: bool,
    /// When something else took over: nothing is presumed from then on.
    pub taken_over: Option<Bound>,
    /// Where it is listed; empty for claims shown only as context.
    pub sections: Vec<Section>,
}

/// One claim on a timeline taking the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The older one, by its place in the timeline.
    pub from: usize,
    /// The newer one.
    pub to: usize,
    /// How that is known.
    pub how: Takeover,
}

impl Timeline {
    /// What took the place of the claims from `start` up to but not including `end`.
    #[must_use]
    pub fn handovers_within(&self, start: usize, end: usize) -> &[Handover] {
        let before = |at: usize| self.handovers.partition_point(|handover| handover.from < at);
        self.handovers.get(before(start)..before(end)).unwrap_or_default()
    }

    /// What took the place of the claim at `from`.
    pub fn replacing(&self, from: usize) -> impl Iterator<Item = &Bar> {
        self.handovers_within(from, from + 1).iter().filter_map(|handover| self.bars.get(handover.to))
    }
}

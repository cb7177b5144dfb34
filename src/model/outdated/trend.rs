//! What has changed in the list since an earlier day. Data only.

use super::{Mention, Section};
use crate::time::{Bound, Day};

/// The list as it would have been on an earlier day, using sources published by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// The earlier day.
    pub since: Day,
    /// Only what was published by then counted.
    pub known_by: Day,
    /// How many entries each section had then, in the order of [`Section::ALL`].
    pub counts: [usize; Section::ALL.len()],
    /// How many have come since, in the same order.
    pub new_counts: [usize; Section::ALL.len()],
    /// How many have gone since, in the same order.
    pub gone_counts: [usize; Section::ALL.len()],
    /// The earlier entries that are no longer in the list; only the first, where there are too many.
    pub gone: Vec<Gone>,
}

/// An entry that was listed on the earlier day and is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Where it was listed.
    pub section: Section,
    /// The claim.
    pub mention: Mention,
    /// Since when it was outdated; for what was coming up, when.
    pub since: Option<Bound>,
    /// Where it is listed now instead.
    pub now_in: Vec<Section>,
}

impl Trend {
    /// How many entries a section had then.
    #[must_use]
    pub fn count(&self, section: Section) -> usize {
        of(self.counts, section)
    }

    /// How many entries a section has got.
    #[must_use]
    pub fn new_in(&self, section: Section) -> usize {
        of(self.new_counts, section)
    }

    /// How many entries a section has lost.
    #[must_use]
    pub fn gone_from(&self, section: Section) -> usize {
        of(self.gone_counts, section)
    }

    /// How many entries have gone.
    #[must_use]
    pub fn all_gone(&self) -> usize {
        self.gone_counts.iter().sum()
    }
}

fn of(counts: [usize; Section::ALL.len()], wanted: Section) -> usize {
    let mut counts = Section::ALL.into_iter().zip(counts);
    counts.find(|(section, _)| *section == wanted).map_or(0, |(_, count)| count)
}

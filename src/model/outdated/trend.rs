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
    /// The earlier entries that are no longer in the list.
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
        let at = Section::ALL.iter().position(|other| *other == section);
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or(0)
    }

    /// The entries that a section has lost.
    pub fn gone_from(&self, section: Section) -> impl Iterator<Item = &Gone> {
        self.gone.iter().filter(move |gone| gone.section == section)
    }
}

//! How many entries of the list are not told. Counts only: which ones is decided by the engine.

use super::Section;

/// How many entries are left out because there are too many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    counts: [usize; Section::ALL.len()],
    /// Contradictions that are certain.
    pub certain: usize,
}

impl LeftOut {
    /// Counts one more.
    pub fn add(&mut self, section: Section, is_certain: bool) {
        let counts = Section::ALL.into_iter().zip(&mut self.counts);
        counts.filter(|(known, _)| *known == section).for_each(|(_, count)| *count += 1);
        self.certain += usize::from(section == Section::Contradiction && is_certain);
    }

    /// How many of a section.
    #[must_use]
    pub fn count(&self, section: Section) -> usize {
        let mut counts = Section::ALL.into_iter().zip(self.counts);
        counts.find(|(known, _)| *known == section).map_or(0, |(_, count)| count)
    }

    /// How many of all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

//! The places of a pattern that something must fill: where a sentence has too few names or amounts, it is not followed.

use super::MatchInput;
use super::compile::PatternPart;
use crate::model::Slot;

/// What must stand in a sentence besides words; never more than is needed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Places {
    subjects: usize,
    objects: usize,
    /// Names that are written in the pattern itself.
    fixed: usize,
    values: usize,
}

impl Places {
    /// Those of a pattern: of each kind, the most that one of its parts has.
    #[must_use]
    pub fn of(parts: &[PatternPart]) -> Self {
        parts.iter().map(|part| part.places).fold(Self::default(), |all, part| all.each(part, usize::max))
    }

    /// A place that is filled with this.
    #[must_use]
    pub fn slot(slot: Slot) -> Self {
        match slot {
            Slot::Subject => Self { subjects: 1, ..Self::default() },
            Slot::Object => Self { objects: 1, ..Self::default() },
            Slot::Value => Self { values: 1, ..Self::default() },
        }
    }

    /// A name that is written in the pattern.
    #[must_use]
    pub fn name() -> Self {
        Self { fixed: 1, ..Self::default() }
    }

    /// These and others.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        self.each(others, |one, two| one + two)
    }

    /// What these and others have in common.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        self.each(others, usize::min)
    }

    /// Whether a sentence has enough. One name does not stand in two places; a pronoun may stand in any.
    #[must_use]
    pub const fn may_be_filled(&self, input: &MatchInput<'_>) -> bool {
        let ends = (self.subjects > 0) as usize + (self.objects > 0) as usize;
        let has_ends = !input.pronouns.is_empty() || input.mentions.len() >= ends;
        let has_fixed = self.fixed == 0 || !input.mentions.is_empty();
        has_ends && has_fixed && input.amounts.len() >= self.values
    }

    fn each(self, other: Self, of: impl Fn(usize, usize) -> usize) -> Self {
        Self {
            subjects: of(self.subjects, other.subjects),
            objects: of(self.objects, other.objects),
            fixed: of(self.fixed, other.fixed),
            values: of(self.values, other.values),
        }
    }
}

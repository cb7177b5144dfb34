//! The places of a pattern that something must fill: where a sentence has too few names or amounts, it is not followed.

use super::MatchInput;
use super::compile::{PatternPart, PatternStep};
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
    /// The places of a pattern: of each kind, the most that one of its parts has.
    #[must_use]
    pub fn of(parts: &[PatternPart]) -> Self {
        parts.iter().map(|part| Self::in_steps(&part.steps)).fold(Self::default(), |all, part| Self {
            subjects: all.subjects.max(part.subjects),
            objects: all.objects.max(part.objects),
            fixed: all.fixed.max(part.fixed),
            values: all.values.max(part.values),
        })
    }

    /// Whether a sentence has enough. One name does not stand in two places; a pronoun may stand in any.
    #[must_use]
    pub const fn may_be_filled(&self, input: &MatchInput<'_>) -> bool {
        let ends = (self.subjects > 0) as usize + (self.objects > 0) as usize;
        let has_ends = !input.pronouns.is_empty() || input.mentions.len() >= ends;
        let has_fixed = self.fixed == 0 || !input.mentions.is_empty();
        has_ends && has_fixed && input.amounts.len() >= self.values
    }

    fn in_steps(steps: &[PatternStep]) -> Self {
        steps.iter().map(Self::in_step).fold(Self::default(), |all, step| Self {
            subjects: all.subjects + step.subjects,
            objects: all.objects + step.objects,
            fixed: all.fixed + step.fixed,
            values: all.values + step.values,
        })
    }

    fn in_step(step: &PatternStep) -> Self {
        match step {
            PatternStep::Slot(Slot::Subject) => Self { subjects: 1, ..Self::default() },
            PatternStep::Slot(Slot::Object) => Self { objects: 1, ..Self::default() },
            PatternStep::Slot(Slot::Value) => Self { values: 1, ..Self::default() },
            PatternStep::Entity(_) => Self { fixed: 1, ..Self::default() },
            PatternStep::Choice(choices) => {
                let each = choices.iter().map(|choice| Self::in_steps(choice));
                let fewest = each.reduce(|one, two| Self {
                    subjects: one.subjects.min(two.subjects),
                    objects: one.objects.min(two.objects),
                    fixed: one.fixed.min(two.fixed),
                    values: one.values.min(two.values),
                });
                fewest.unwrap_or_default()
            }
            _ => Self::default(),
        }
    }
}

//! The rarest words of a pattern: those that it is anchored at.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::compile::PatternStep;
use super::vocabulary::WordClass;

/// Finds the rarest words of which a sentence must have one to fit.
pub struct Rarest<'a> {
    /// How often each class is used.
    uses: &'a [u32],
    /// The same, with what any sentence may have made the most frequent.
    frequency: &'a [u32],
    /// By address: what was found in a choice.
    choices: HashMap<usize, Option<Anchors>, FxBuildHasher>,
}

/// Words of which a sentence must have one.
#[derive(Debug, Clone)]
pub struct Anchors {
    /// The words.
    pub classes: Arc<[WordClass]>,
    /// How frequent they are, all together.
    frequency: u32,
    /// How often those are used that are used least, by which one of several parts is followed first.
    pub fewest_uses: u32,
}

impl<'a> Rarest<'a> {
    /// By how often each class is used, and by the same with what any sentence may have made the most frequent.
    #[must_use]
    pub fn new(uses: &'a [u32], frequency: &'a [u32]) -> Self {
        Self { uses, frequency, choices: HashMap::default() }
    }

    /// Those of steps; `None` if there are no such words.
    pub fn of(&mut self, steps: &[PatternStep]) -> Option<Anchors> {
        let (mut best, mut fewest_uses) = (None, u32::MAX);
        for step in steps {
            let (frequency, uses) = match step {
                PatternStep::Word(class) => (count_of(self.frequency, *class), count_of(self.uses, *class)),
                PatternStep::Choice(choices) => match self.of_choice(choices) {
                    Some(anchors) => (anchors.frequency, anchors.fewest_uses),
                    None => continue,
                },
                _ => continue,
            };
            fewest_uses = fewest_uses.min(uses);
            if best.is_none_or(|(least, _)| frequency < least) {
                best = Some((frequency, step));
            }
        }
        let (frequency, step) = best?;
        let classes = match step {
            PatternStep::Word(class) => [*class].into(),
            PatternStep::Choice(choices) => Arc::clone(&self.of_choice(choices)?.classes),
            _ => return None,
        };
        Some(Anchors { classes, frequency, fewest_uses })
    }

    fn of_choice(&mut self, choices: &Arc<[Vec<PatternStep>]>) -> Option<&Anchors> {
        let address = Arc::as_ptr(choices).cast::<()>() as usize;
        if !self.choices.contains_key(&address) {
            let each: Option<Vec<Anchors>> = choices.iter().map(|choice| self.of(choice)).collect();
            let all = each.map(|each| Anchors {
                classes: each.iter().flat_map(|anchors| anchors.classes.iter().copied()).collect(),
                frequency: sum(&each, |anchors| anchors.frequency),
                fewest_uses: sum(&each, |anchors| anchors.fewest_uses),
            });
            self.choices.insert(address, all);
        }
        self.choices.get(&address)?.as_ref()
    }
}

fn sum(all: &[Anchors], count: impl Fn(&Anchors) -> u32) -> u32 {
    all.iter().fold(0, |sum, anchors| sum.saturating_add(count(anchors)))
}

fn count_of(counts: &[u32], class: WordClass) -> u32 {
    counts.get(class as usize).copied().unwrap_or(0)
}
